"""National identity numbers: by country the words that announce one, its shape and its check."""

from typing import Final, NamedTuple

from redact.detectors.identity_checks import (
    Check,
    belgian,
    danish,
    known_as,
    korean,
    norwegian,
    south_african,
    swedish,
    unchecked,
)
from redact.detectors.shapes import SEPARATOR, group, run


class Identity(NamedTuple):
    """One number, or several that share their words: `label` is matched without regard to case."""

    country: str
    label: str
    number: str
    checks: tuple[Check, ...]


_NAME_CODE = r"[ \n]?".join("[A-Z]" if sign == "L" else r"\d" for sign in "LLLLLLDDLDDLDDDL")
_LAST = rf"{SEPARATOR}?[A-Za-z]"
_K = rf"{SEPARATOR}?[0-9Kk]"

IDENTITIES: Final = (
    Identity("ARG", r"\bCUI[TL]\b", run(11, 11), (known_as("ar.cuit"),)),
    Identity("AUS", r"\bTFN\b|\btax[ \n]file[ \n]n", run(8, 9), (known_as("au.tfn"),)),
    Identity("AUT", r"\bSVNR\b|\bsozialversicherungs", run(10, 10), (known_as("at.vnr"),)),
    Identity("BEL", r"\brijksregister|\bNISS\b|\bINSZ\b", run(11, 11), (belgian,)),
    Identity("BGR", r"\bEGN\b", run(10, 10), (known_as("bg.egn"),)),
    Identity("BRA", r"\bCPF\b|\bcadastro[ \n]de[ \n]pessoa", run(11, 11), (known_as("br.cpf"),)),
    Identity("CAN", r"(?-i:\bSIN\b)|\bsocial[ \n]insurance", run(9, 9), (known_as("ca.sin"),)),
    Identity("CHE", r"\bA[HV]V\b|\bAVS\b", run(13, 13), (known_as("ch.ssn"),)),
    Identity("CHL", r"\bRU[TN]\b", rf"{run(7, 8)}{_K}", (known_as("cl.rut"),)),
    Identity(
        "CHN",
        r"\b(?:PRC|chinese)[ \n](?:(?:national|citizen|resident)[ \n])?id|\bresident[ \n]identity|"
        r"\bshenfenzheng",
        rf"{run(17, 17)}{SEPARATOR}?[0-9Xx]",
        (known_as("cn.ric"),),
    ),
    Identity("CUB", r"\bcarn[e\u00e9]t?[ \n]de[ \n]identidad", run(11, 11), (known_as("cu.ni"),)),
    Identity(
        "CZE",
        r"\brodn[e\u00e9][ \n][c\u010d][i\u00ed]slo|\bbirth[ \n]number",
        rf"{group(6)}[ \n]?/?[ \n]?{group(3)}(?:[ \n]?\d)?",
        (known_as("cz.rc"),),
    ),
    Identity("DEU", r"\bsteuer-?[ ]?id|\bIdNr\b", run(11, 11), (known_as("de.idnr"),)),
    Identity("DNK", r"\bCPR\b", run(10, 10), (danish,)),
    Identity(
        "ECU",
        r"\bc[e\u00e9]dulas?\b",
        rf"(?:[VE]-?)?{run(6, 11)}",
        tuple(map(known_as, ("ec.ci", "do.cedula", "cr.cpf", "co.nit", "ve.rif"))),
    ),
    Identity(
        "ESP",
        r"\bDNI\b|\bNI[EF]\b|\bdocumento[ \n]nacional[ \n]de[ \n]identidad",
        rf"[XYZxyz]{SEPARATOR}?{run(7, 7)}{_LAST}|{run(8, 8)}{_LAST}|{run(7, 9)}",
        tuple(map(known_as, ("es.dni", "es.nie", "ar.dni", "pe.cui"))),
    ),
    Identity("EST", r"\bisikukood|\basmens[ \n]kodas", run(11, 11), (known_as("ee.ik"),)),
    Identity(
        "FIN",
        r"\bHETU\b|\bhenkil[o\u00f6]tunnus",
        rf"{group(6)}[ \n]?[-+A-FU-Ya-f][ \n]?{group(3)}[ \n]?[0-9A-Ya-y]",
        (known_as("fi.hetu"),),
    ),
    Identity(
        "FRA",
        r"(?-i:\bNIR\b)|\bINSEE\b|\bs[e\u00e9]curit[e\u00e9][ \n]sociale",
        rf"{run(13, 15)}"
        rf"|[12](?:{SEPARATOR}?\d\d){{2}}{SEPARATOR}?2[AB]{SEPARATOR}?{run(6, 8)}",
        (known_as("fr.nir"),),
    ),
    Identity("GBR", r"\bNHS[ \n](?:no|number|#)", run(10, 10), (known_as("gb.nhs"),)),
    Identity(
        "GBR",
        r"\bNINO\b|\bnational[ \n]insurance",
        r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ \n]?\d){6}[ \n]?[A-D]",
        (unchecked,),
    ),
    Identity("GRC", r"\bAMKA\b", run(11, 11), (known_as("gr.amka"),)),
    Identity(
        "HKG",
        r"\bHKIDs?\b|\bhong[ \n]kong[ \n]id",
        r"[A-Z]{1,2}\d{6}[ ]?\(?[0-9A]\)?",
        (unchecked,),
    ),
    Identity("HRV", r"\bOIB\b", run(11, 11), (known_as("hr.oib"),)),
    Identity("IDN", r"(?-i:\bNIK\b|\bKTP\b)", run(16, 16), (known_as("id.nik"),)),
    Identity("IND", r"\ba?adhaa?r\b|\bUIDAI\b", run(12, 12), (known_as("in_.aadhaar"),)),
    Identity("IND", r"(?-i:\bPAN\b)", r"[A-Z]{5}[ \n]?\d{4}[ \n]?[A-Z]", (known_as("in_.pan"),)),
    Identity("IRL", r"\bPPSN?\b", rf"{run(7, 7)}[A-Za-z]{{1,2}}", (known_as("ie.pps"),)),
    Identity(
        "IRN", r"\bkod-?e?[ \n]?melli|\bmelli[ \n]code|\bshenasnameh", run(8, 10), (unchecked,)
    ),
    Identity("ISL", r"\bkennitala", run(10, 10), (known_as("is_.kennitala"),)),
    Identity(
        "ISR",
        r"\bteudat[ \n-]zehut|\bmispar[ \n-]zehut|\bisraeli[ \n](?:national[ \n])?id",
        run(8, 9),
        (known_as("il.idnr"),),
    ),
    Identity(
        "ITA",
        r"\bcodice[ \n]fiscale",
        rf"{_NAME_CODE}|{run(11, 11)}",
        (known_as("it.codicefiscale"),),
    ),
    Identity("JPN", r"\bmy[ \n]number\b", run(12, 12), (known_as("jp.in_"),)),
    Identity("KOR", r"\bRRN\b|\bresident[ \n]registration", run(13, 13), (korean,)),
    Identity(
        "MEX",
        r"\bCURP\b",
        rf"[A-Z]{{4}}[ \n]?{group(6)}[ \n]?[HMX][A-Z]{{5}}[ \n]?[A-Z0-9]\d",
        (known_as("mx.curp"),),
    ),
    Identity(
        "MEX", r"\bRFC\b", r"[A-Z&]{3,4}[ \n-]?\d{6}[ \n-]?[A-Z0-9]{3}", (known_as("mx.rfc"),)
    ),
    Identity(
        "MYS",
        r"\bNRIC\b|\bmykad\b",
        rf"{run(12, 12)}|[STFGM]\d{{7}}[A-Z]",
        (known_as("my.nric"), unchecked),
    ),
    Identity(
        "NLD", r"\bBSN\b|\bburgerservice|\bsofi-?(?:no|num)", run(8, 9), (known_as("nl.bsn"),)
    ),
    Identity("NOR", r"\bf[o\u00f8]dselsnummer", run(11, 11), (norwegian,)),
    Identity("PAK", r"\bCNICs?\b|\bNADRA\b|\bNICOP\b", run(13, 13), (known_as("pk.cnic"),)),
    Identity("POL", r"\bPESEL\b", run(11, 11), (known_as("pl.pesel"),)),
    Identity(
        "PRT",
        r"\bcart[a\u00e3]o[ \n]de[ \n]cidad[a\u00e3]o",
        r"\d{8}[ \n]?\d[ \n]?[A-Z0-9]{2}[ \n]?\d",
        (known_as("pt.cc"),),
    ),
    Identity("ROU", r"(?-i:\bCNP\b)", run(13, 13), (known_as("ro.cnp"),)),
    Identity("RUS", r"(?-i:\bINN\b)", run(10, 12), (known_as("ru.inn"),)),
    Identity("SRB", r"\bE?JMBG\b|\bEMSO\b", run(13, 13), (known_as("si.emso"),)),
    Identity("SWE", r"\bpersonnummer", rf"{run(10, 12)}|\d{{6}}\+\d{{4}}", (swedish,)),
    Identity("THA", r"\bthai[ \n](?:national[ \n])?id", run(13, 13), (known_as("th.pin"),)),
    Identity(
        "TUR", r"\bT\.?C\.?K\.?(?:N|imlik)\b|\bkimlik", run(11, 11), (known_as("tr.tckimlik"),)
    ),
    Identity(
        "TWN", r"\btaiwan(?:ese)?[ \n](?:national[ \n])?id", r"[A-Z][1289]\d{8}", (unchecked,)
    ),
    Identity("UKR", r"\bRNTRC\b|\bRNOKPP\b", run(10, 10), (known_as("ua.rntrc"),)),
    Identity("ZAF", r"\bsouth[ \n]african[ \n](?:national[ \n])?id", run(13, 13), (south_african,)),
)
"""In the order of the countries' codes (ISO 3166)."""

GENERAL: Final = Identity(
    "",
    r"\bnational[ \n]?(?:ids?\b|identity|identification|registration)|\bidentity[ \n](?:card"
    r"|number|document|no)|"
    r"\bidentification[ \n](?:card|number|document|no)|\bID[ \n](?:cards?|no|nos|numbers?|#)"
    r"|\bID\b(?=[ ]?[:#])|"
    r"\bpersonal[ \n](?:id|identity|identification|code)|\bciti[zs]en(?:ship)?[ \n](?:id|number|no"
    r"|card)|"
    r"\bcivil[ \n](?:id|number|registration)|\btazk[ie]ra|\bcarte[ \n](?:nationale[ \n])?d'identit|"
    r"\bcarte[ \n]nationale|\bdocumento[ \n]de[ \n]identidad|\bpersonalausweis|\biqama\b"
    r"|\bemirates[ \n]id|"
    r"\bresidence[ \n](?:permit|card)[ \n](?:no|number|#)|\bdriver'?s?'?[ \n]licen[cs]e"
    r"|\bvoter[ \n](?:id|card)",
    rf"(?:[A-Z]{{1,4}}{SEPARATOR}?)?{run(5, 18)}(?:[ \n/-]?[A-Z0-9]{{1,2}})?",
    tuple(check for identity in IDENTITIES for check in identity.checks if check is not unchecked),
)
"""Words that do not say of which country: any shape, sure where a check of any country holds."""
