"""Laws of markings: forms that read back, a roll-up that is a join, damage that never lowers."""

import re
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from redact.findings import Severity
from redact.markings import (
    banner,
    dominates,
    join,
    parse_marking,
    portion,
    read_marking,
    releasable_to,
)
from redact.markings.model import Marking
from redact.markings.reading_in_full import read_in_full
from redact.markings.registers import register
from redact.markings.vocabulary import countries_and_organisations, cui_words, marking_words
from tests.property.marking_strategies import (
    COUNTRIES,
    damaged,
    disguised,
    markings,
    plain_markings,
)
from tests.test_markings_cases import ACCEPTED


class TestForms:
    """A4.3: the forms are fixed points; parsing either gives the same fields."""

    @given(markings())
    def test_portion_and_banner_read_back(self, marking: Marking) -> None:
        assert parse_marking(portion(marking)) == marking
        assert parse_marking(banner(marking)) == marking
        assert parse_marking(f"({marking})") == marking

    @given(markings())
    def test_a_canonical_form_has_nothing_to_put_right(self, marking: Marking) -> None:
        codes = {finding.code for finding in read_marking(banner(marking)).findings}
        assert codes <= {"marking/contradiction", "marking/incomplete", "marking/legacy"}

    @given(plain_markings(), st.data())
    def test_separators_may_be_loose(self, marking: Marking, data: st.DataObject) -> None:
        assume(not marking.rel_to and "REL" not in marking.dissem)
        loose = re.sub(
            "//?",
            lambda _: data.draw(st.sampled_from(["/", "//", " / ", " // ", "/\n/"])),
            str(marking),
        )
        assert parse_marking(loose) == marking


class TestReading:
    """A2: never half a marking."""

    @given(st.text(alphabet="UCSTRNFOBGAEL/-, ()\n.0123456789acs", max_size=30))
    def test_reading_is_total(self, text: str) -> None:
        reading = read_marking(text)
        if reading.marking is None:
            assert [finding.severity for finding in reading.findings] == [Severity.ERROR]
        assert all(
            0 <= finding.span.start <= finding.span.end <= len(text) for finding in reading.findings
        )

    @given(st.text(max_size=20))
    def test_the_plain_way_and_the_grammar_agree(self, text: str) -> None:
        assert read_marking(text) == read_in_full(text)


class TestJoin:
    """E1: the roll-up is a join, and the whole dominates its parts."""

    @given(markings(), markings())
    def test_commutative(self, a: Marking, b: Marking) -> None:
        assert join(a, b) == join(b, a)

    @given(markings(), markings(), markings())
    def test_associative(self, a: Marking, b: Marking, c: Marking) -> None:
        assert join(join(a, b), c) == join(a, join(b, c))

    @given(plain_markings(), plain_markings(), plain_markings())
    def test_associative_on_plain_markings(self, a: Marking, b: Marking, c: Marking) -> None:
        assert join(join(a, b), c) == join(a, join(b, c))

    @given(markings(), markings())
    def test_dominates_its_parts(self, a: Marking, b: Marking) -> None:
        assert dominates(join(a, b), a)
        assert dominates(join(a, b), b)

    @given(markings(), markings())
    def test_reads_back(self, a: Marking, b: Marking) -> None:
        assert parse_marking(str(join(a, b))) == join(a, b)

    @given(markings())
    def test_is_idempotent_from_the_second_time_on(self, marking: Marking) -> None:
        once = join(marking, marking)
        assert join(once, once) == once
        assert join(once, marking) == once

    @given(markings(), markings(), st.sampled_from(COUNTRIES))
    def test_widens_no_release(self, a: Marking, b: Marking, code: str) -> None:
        assume(a.level.rank and b.level.rank)
        if releasable_to(join(a, b), code):
            assert releasable_to(a, code)
            assert releasable_to(b, code)


class TestDominance:
    """E4: a preorder."""

    @given(markings())
    def test_reflexive(self, marking: Marking) -> None:
        assert dominates(marking, marking)

    @given(plain_markings(), plain_markings(), plain_markings())
    def test_transitive(self, a: Marking, b: Marking, c: Marking) -> None:
        if dominates(a, b) and dominates(b, c):
            assert dominates(a, c)

    @given(markings(), markings(), markings())
    def test_transitive_along_a_chain(self, a: Marking, b: Marking, c: Marking) -> None:
        assert dominates(join(join(a, b), c), b)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[A-Za-z0-9_]+", text))


def _registered() -> frozenset[str]:
    """Every single word that the registers know, pieces of titles among them."""
    known: set[str] = set(countries_and_organisations())
    known.update(code for system in register("sci")["systems"] for code in system["compartments"])
    for vocabulary in (marking_words(), cui_words()):
        known |= vocabulary.exact.keys() | vocabulary.in_any_case.keys()
        titles = (title for listed in vocabulary.titles.values() for title in listed)
        known.update(word for title in titles for word in title.words)
    return frozenset(known | set(register("levels")["spaced"]))


TABLE = [case["input"] for case in ACCEPTED]


class TestForgiveness:
    """A1: what is forgiven leaves a finding, lowers nothing, and makes no mark of what is none."""

    @given(plain_markings(), st.sampled_from([" ", "-", ",", " - ", ", "]))
    def test_a_soft_separator_leaves_a_finding(self, marking: Marking, soft: str) -> None:
        assume(not marking.rel_to and "REL" not in marking.dissem)
        assume(not any("-NF" in code for code in marking.non_ic))
        loose = re.sub("//?", soft, str(marking))
        assume(loose != str(marking))
        reading = read_marking(loose)
        assert reading.marking is None or reading.marking == marking
        assert reading.findings

    @given(plain_markings(), plain_markings())
    def test_two_groups_are_one_mark(self, marking: Marking, other: Marking) -> None:
        level, _, controls = str(marking).partition("//")
        assume(controls)
        assert read_marking(f"({level}) ({controls})").marking == marking
        assert read_marking(f"({controls}) ({level})").marking is None
        assert read_marking(f"({marking}) ({other})").marking is None

    @given(st.lists(st.sampled_from("abcdefghiklmnoprstuvwxyz"), min_size=1, max_size=4))
    def test_letters_of_a_list_are_no_mark(self, letters: list[str]) -> None:
        assert read_marking(" ".join(f"({letter})" for letter in letters)).marking is None
        assert read_marking("".join(f"({letter})" for letter in letters)).marking is None

    @given(
        st.sampled_from(["(C) {} Reuters", "(C) {}", "(R) {}", "({}) (C)", "C {}", "S, {}"]),
        st.integers(1900, 2030),
    )
    def test_a_year_beside_a_letter_is_no_mark(self, form: str, year: int) -> None:
        assert read_marking(form.format(year)).marking is None

    @given(st.sampled_from(["document", "visa", "Secret", "SECRET", "U", "NOFORN", "John"]))
    def test_a_bracket_glued_to_a_word_is_no_mark(self, word: str) -> None:
        for ending in ("(s)", "(S)", "(C)", "(NF)"):
            assert read_marking(f"{word}{ending}").marking is None

    @given(
        st.lists(st.sampled_from("CDJKMPRSTU"), min_size=1, max_size=3), st.sampled_from(["", " "])
    )
    def test_initials_are_no_mark(self, letters: list[str], between: str) -> None:
        initials = between.join(f"{letter}." for letter in letters)
        for text in (initials, f"({initials})", f"{initials} Smith", f"(Smith, {initials})"):
            assert read_marking(text).marking is None


class TestDamage:
    """G: one wrong character is enough; nothing is repaired by guess."""

    @settings(max_examples=4 * settings().max_examples)
    @given(st.data(), st.sampled_from(TABLE))
    def test_no_damaged_mark_of_the_tables_is_lower_but_by_other_words(
        self, data: st.DataObject, whole: str
    ) -> None:
        marking, text = parse_marking(whole), data.draw(damaged(whole))
        read = read_marking(text).marking
        if read is None or not dominates(marking, read) or dominates(read, marking):
            return
        changed, lost = _words(text) - _words(whole), _words(whole) - _words(text)
        assert changed or lost
        assert changed.keys() <= _registered()

    @given(st.data(), markings())
    def test_a_disguised_letter_makes_no_mark(self, data: st.DataObject, marking: Marking) -> None:
        text = data.draw(disguised(f"({banner(marking)})"))
        assert read_marking(text).marking is None

    @given(st.data(), plain_markings())
    def test_lower_only_by_another_word_of_the_registers(
        self, data: st.DataObject, marking: Marking
    ) -> None:
        whole = f"({data.draw(st.sampled_from([portion, banner]))(marking)})"
        text = data.draw(damaged(whole))
        read = read_marking(text).marking
        if read is None or not dominates(marking, read) or dominates(read, marking):
            return
        changed = (_words(text) - _words(whole)).keys()
        assert changed
        assert changed <= _registered()

    @given(st.data(), markings())
    def test_a_lost_bracket_makes_no_mark(self, data: st.DataObject, marking: Marking) -> None:
        text = data.draw(st.sampled_from(["({}", "{})", "[{}]", "(({}))", "({}]", "<{}>"]))
        assert read_marking(text.format(marking)).marking is None
