"""What the codes at a hole mean, in the words of the law.

Authority: 5 U.S.C. 552(b); E.O. 13526 §1.4, §3.3(b), §3.3(h).
"""

from collections.abc import Iterable

_MEANINGS = {
    "1.4(a)": "military plans, weapons systems, or operations",
    "1.4(b)": "foreign government information",
    "1.4(c)": "intelligence activities, sources or methods, or cryptology",
    "1.4(d)": "foreign relations or foreign activities, including confidential sources",
    "1.4(e)": "scientific, technological, or economic matters of national security",
    "1.4(f)": "programs for safeguarding nuclear materials or facilities",
    "1.4(g)": "vulnerabilities or capabilities of systems, installations, or plans",
    "1.4(h)": "weapons of mass destruction",
    "25X1": "exempt at 25 years: intelligence sources, relationships, or methods in use",
    "25X2": "exempt at 25 years: weapons of mass destruction",
    "25X3": "exempt at 25 years: cryptologic systems or activities",
    "25X4": "exempt at 25 years: state-of-the-art technology in a weapon system",
    "25X5": "exempt at 25 years: war plans in effect",
    "25X6": "exempt at 25 years: serious harm to relations with a foreign government",
    "25X7": "exempt at 25 years: protection of the President and other protectees",
    "25X8": "exempt at 25 years: emergency preparedness and vulnerabilities",
    "25X9": "exempt at 25 years: a statute, treaty or agreement forbids release",
    "50X1-HUM": "exempt at 50 years: confidential human sources",
    "50X2-WMD": "exempt at 50 years: key design concepts of weapons of mass destruction",
    "(b)(1)": "properly classified under an executive order",
    "(b)(2)": "internal personnel rules and practices",
    "(b)(3)": "withheld by another statute",
    "(b)(4)": "trade secrets and confidential commercial information",
    "(b)(5)": "deliberations and legal advice within the government",
    "(b)(6)": "personal privacy",
    "(b)(7)": "law enforcement records",
    "(b)(7)(A)": "law enforcement: proceedings under way",
    "(b)(7)(B)": "law enforcement: a fair trial",
    "(b)(7)(C)": "law enforcement: personal privacy",
    "(b)(7)(D)": "law enforcement: a confidential source",
    "(b)(7)(E)": "law enforcement: techniques and procedures",
    "(b)(7)(F)": "law enforcement: life or physical safety",
    "(b)(8)": "supervision of financial institutions",
    "(b)(9)": "geological information on wells",
}


def legend(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each code whose meaning is known, with it; a statute behind the code stays with the code."""
    return tuple(
        (code, meaning)
        for code in codes
        if (meaning := _MEANINGS.get(code.partition(" ")[0])) is not None
    )
