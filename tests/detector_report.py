"""`python -m tests.detector_report`: recall and precision of each detector on public material.

Positive: the numbers in the examples of python-stdnum, libphonenumber's example of every region
(fixed line and mobile, international and national), the test numbers that payment networks
publish, the examples of the IBAN registry, ICAO's specimen lines, forms of dates and addresses.
Negative: what telegrams are full of, alone and behind the labels. All stand in sentences of a
telegram, damaged in every third.
"""

import doctest
import random
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

import redact
from redact.detectors import DETECTORS, detect
from redact.detectors.model import Detection, Wanted
from tests.test_detectors import CASES, HEADER


class Sample(NamedTuple):
    """A sentence with the number in it, or without one (`detector` empty); `kind` for the table."""

    detector: str
    kind: str
    before: str
    number: str
    behind: str


class Row(NamedTuple):
    """What came of a detector: found of all, and spans that it took wrongly."""

    detector: str
    found: int
    positive: int
    wrong: int
    missed: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.found / self.positive if self.positive else 1.0

    @property
    def precision(self) -> float:
        taken = self.found + self.wrong
        return self.found / taken if taken else 1.0


IDENTITIES = {
    "ar.dni": "DNI",
    "bg.egn": "EGN",
    "br.cpf": "CPF",
    "ca.sin": "SIN",
    "ch.ssn": "AHV",
    "cl.rut": "RUT",
    "cn.ric": "PRC ID",
    "cu.ni": "carnet de identidad",
    "cz.rc": "birth number",
    "de.idnr": "Steuer-ID",
    "dk.cpr": "CPR",
    "do.cedula": "cédula",
    "ec.ci": "cédula",
    "ee.ik": "isikukood",
    "es.dni": "DNI",
    "es.nie": "NIE",
    "fi.hetu": "HETU",
    "fr.nir": "NIR",
    "gb.nhs": "NHS number",
    "gr.amka": "AMKA",
    "hr.oib": "OIB",
    "id.nik": "NIK",
    "ie.pps": "PPS",
    "il.idnr": "teudat zehut",
    "in_.aadhaar": "Aadhaar",
    "in_.pan": "PAN",
    "is_.kennitala": "kennitala",
    "it.codicefiscale": "codice fiscale",
    "jp.in_": "My Number",
    "lt.asmens": "asmens kodas",
    "mx.curp": "CURP",
    "my.nric": "NRIC",
    "nl.bsn": "BSN",
    "no.fodselsnummer": "fødselsnummer",
    "pe.cui": "DNI",
    "pk.cnic": "CNIC",
    "pl.pesel": "PESEL",
    "ro.cnp": "CNP",
    "ru.inn": "INN",
    "se.personnummer": "personnummer",
    "si.emso": "EMSO",
    "th.pin": "Thai ID",
    "tr.tckimlik": "kimlik",
    "za.idnr": "South African ID",
    "mu.nid": "national ID",
    "lv.pvn": "personal code",
    "gt.nit": "identity number",
}
"""Modules of python-stdnum whose numbers are those of persons, and how a telegram announces one."""

CARDS = """
    4111111111111111 4012888888881881 4222222222222 5555555555554444 5105105105105100
    2223003122003222 378282246310005 371449635398431 378734493671000 30569309025904 38520000023237
    6011111111111117 6011000990139424 3530111333300000 3566002020360505 6240008631401148
    4000056655665556 5200828282828210 6759649826438453 6200000000000005 4917610000000000
""".split()
SENTENCES = (
    ("The consular section noted that ", " was on the form."),
    ("On September 21 the officer wrote down ", ", and the file was closed."),
    ("", " was read out to the committee in the afternoon."),
)
LABELS = {
    "us-ssn": ("SSN ", "social security number ", ""),
    "itin": ("ITIN ", ""),
    "passport": ("passport no. ", "passport ", "travel document "),
    "card": ("", "credit card "),
    "iban": ("", "IBAN "),
    "account": ("account no. ", "a/c "),
    "visa": ("visa control number ", "visa case number "),
    "alien-number": ("alien number ", "A-number "),
}


def samples(seed: int = 1) -> Iterator[Sample]:
    """The material, the same for the same seed."""
    chance = random.Random(seed)
    for number, (detector, kind, label, text) in enumerate(_numbers(chance)):
        before, behind = SENTENCES[number % len(SENTENCES)]
        damaged = _damaged(text, chance) if number % 3 == 2 else text
        yield Sample(detector, kind, before + label, damaged, behind)
    for case in CASES:
        if case["why"].startswith(("no ", "a number of something else", "a message")):
            yield Sample("", case["why"], "", case["text"], "")


def _numbers(chance: random.Random) -> Iterator[tuple[str, str, str, str]]:
    for text in CARDS:
        for label in LABELS["card"]:
            yield "card", "test numbers of networks", label, text
    registry = (
        text.removeprefix("He transferred it to {iban|").removesuffix("}.")
        for text in (case["text"] for case in CASES)
        if text.startswith("He transferred it to {iban|")
    )
    for text in (*_examples("iban"), *registry):
        for label in LABELS["iban"]:
            yield "iban", "examples", label, text
    for module, detector in (("us.ssn", "us-ssn"), ("us.itin", "itin")):
        for text in _examples(module):
            for label in LABELS[detector]:
                if label or "-" in text:
                    yield detector, "examples", label, text
    for text in _examples("us.rtn"):
        yield "account", "examples", "routing number ", text
    for module, label in IDENTITIES.items():
        for text in _examples(module):
            yield "national-id", module, f"{label} ", text
    yield from _made(chance)
    yield from _telephones()


def _examples(module: str) -> Iterator[str]:
    """Valid numbers in the doctests of a module of python-stdnum."""
    known = import_module(f"stdnum.{module}")
    seen = set()
    for example in doctest.DocTestParser().get_examples(known.__doc__ or ""):
        for text in example.source.split("'")[1::2]:
            if text not in seen and known.is_valid(text):
                seen.add(text)
                yield text


def _telephones() -> Iterator[tuple[str, str, str, str]]:
    import phonenumbers
    from phonenumbers import PhoneNumberFormat, PhoneNumberType

    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
            example = phonenumbers.example_number_for_type(region, kind)
            if example is not None:
                for form, label in (
                    (PhoneNumberFormat.INTERNATIONAL, ""),
                    (PhoneNumberFormat.E164, ""),
                    (PhoneNumberFormat.NATIONAL, "telephone "),
                ):
                    text = phonenumbers.format_number(example, form)
                    yield "telephone", f"{region} {text}", label, text


def _made(chance: random.Random) -> Iterator[tuple[str, str, str, str]]:
    """Invented numbers of shapes that have no check digit."""
    shapes = {
        "passport": ("L#######", "LL######", "LL#######", "#########", "L########", "LLL######"),
        "visa": ("2007##########", "MNL2009######", "AA00######"),
        "alien-number": ("A#########", "A########", "A###-###-###", "#########"),
        "account": ("########", "##########", "####-#####-#", "############"),
    }
    for detector, forms in shapes.items():
        for form in forms:
            for label in LABELS[detector]:
                text = "".join(_drawn(letter, chance) for letter in form)
                yield detector, form, label, text


def _drawn(letter: str, chance: random.Random) -> str:
    match letter:
        case "#":
            return chance.choice("0123456789")
        case "L":
            return chance.choice("BCDFGHJKMNPRTVXYZ")
    return letter


def _damaged(text: str, chance: random.Random) -> str:
    """A line end or a double blank within."""
    places = [at for at, letter in enumerate(text) if letter in " -." and at] or [len(text) // 2]
    at = chance.choice(places)
    blank = chance.choice(("\n", "  ", "\u00a0"))
    at += text[at] == "-"
    return text[:at] + blank + text[at:].removeprefix(" ")


def rows() -> tuple[Row, ...]:
    """The figures, a row a detector."""
    found, positive, wrong = Counter[str](), Counter[str](), Counter[str]()
    missed: dict[str, list[str]] = {}
    for sample, places, taken in _looked_at(list(samples())):
        own = {at for one in taken if one.detector == sample.detector for at in range(*one.span)}
        wrong.update(one.detector for one in taken if not places & set(range(*one.span)))
        if not sample.detector:
            continue
        positive[sample.detector] += 1
        if places <= own:
            found[sample.detector] += 1
        else:
            missed.setdefault(sample.detector, []).append(f"{sample.kind}: {sample.number!r}")
    return tuple(
        Row(name, found[name], positive[name], wrong[name], tuple(missed.get(name, ())))
        for name in DETECTORS
        if positive[name]
    )


def _looked_at(material: list[Sample]) -> Iterator[tuple[Sample, set[int], list[Detection]]]:
    """Each sample with the places of its letters and digits, and what was found in its paragraph.

    Fifty of them make a telegram.
    """
    wanted = Wanted(frozenset(DETECTORS))
    for first in range(0, len(material), 50):
        group = material[first : first + 50]
        bodies = [
            f"{number}. (U) {sample.before}{sample.number}{sample.behind}"
            for number, sample in enumerate(group, 1)
        ]
        cable = redact.read((HEADER + "\n\n".join([*bodies, "RIVKIN\n"])).encode())
        text = cable.source.text
        taken = [one for row in detect(cable, wanted) for one in row]
        at = len(HEADER)
        for body, sample in zip(bodies, group, strict=True):
            stop = at + len(body)
            start = stop - len(sample.number) - len(sample.behind)
            places = {
                place
                for place in range(start, start + len(sample.number))
                if sample.detector and text[place].isalnum()
            }
            yield sample, places, [one for one in taken if at <= one.span.start < stop]
            at = stop + 2


def table(figures: tuple[Row, ...]) -> str:
    """The figures as Markdown."""
    lines = ["| detector | found | of | recall | taken wrongly | precision |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    lines += [
        f"| `{row.detector}` | {row.found} | {row.positive} | {row.recall:.1%} | {row.wrong} "
        f"| {row.precision:.1%} |"
        for row in figures
    ]
    return "\n".join(lines)


def missed_cases(figures: tuple[Row, ...]) -> str:
    """What was missed, as a list."""
    return "\n".join(f"- `{row.detector}`: {case}" for row in figures for case in row.missed)


if __name__ == "__main__":
    figures = rows()
    sys.stdout.write(f"{table(figures)}\n\n{missed_cases(figures)}\n")
