"""Invented cables of about four kilobytes, no two alike, for the benchmarks."""

_POSTS = ("OSLO", "LIMA", "ACCRA", "BAKU", "TUNIS", "RIGA", "QUITO", "DAKAR")
_LEVELS = (("CONFIDENTIAL", "C"), ("SECRET", "S"), ("UNCLAS", "U"))
_MARKS = ("", "", "//REL TO USA, GBR", "", "", "/REL TO USA, GBR")
_SENTENCE = (
    "The ministry's first adviser said that the draft of {} would be read again in the week of the "
    "{}th, and that nobody else at the embassy had seen it before the cabinet met."
)


_DAMAGES = (
    ("cabinet met.\n\n- The", "cabinet met. (S//NF)\n\n- The"),
    ("\n\n[1](#)4. (", "\n[1](#)4. ("),
    ("[1](#)7. (", "BEGIN TEXT:\n\nA note.\n\nEND TEXT.\n\n[1](#)7. ("),
    ("[1](#)9. (", "9, ("),
    ("SIPDIS", "ZEPHYR"),
)


def damaged(serial: int) -> bytes:
    """The same cable with something in it that is no more of the commonest shape."""
    before, after = _DAMAGES[serial % len(_DAMAGES)]
    return cable(serial).decode().replace(before, after, 1).encode()


def cable(serial: int) -> bytes:
    """The cable with this number, UTF-8."""
    post = _POSTS[serial % len(_POSTS)]
    word, level = _LEVELS[serial % len(_LEVELS)]
    year = 2003 + serial % 7
    spaced = " ".join(word) if word != "UNCLAS" else word
    lines = [
        f"VZCZCXYZ{serial % 10000:04}",
        "RR RUEHWEB",
        "",
        f"DE RUEHXX #{serial % 10000:04} 3161402",
        f"ZNY {level * 5} ZZH" if level != "U" else "ZNR UUUUU ZZH",
        f"R {1 + serial % 27:02}1402Z NOV {year % 100:02}",
        f"FM AMEMBASSY {post}",
        f"TO RUEHC/SECSTATE WASHDC PRIORITY {serial % 10000:04}",
        "INFO RUEHSM/AMEMBASSY STOCKHOLM 3349",
        "",
        f"{spaced} {post} {serial % 1000000:06}",
        "",
        "SIPDIS",
        "",
        "E.O. 12958: N/A"
        if level == "U"
        else f"E.O. 12958: DECL: 11/{1 + serial % 27:02}/{year + 10}",
        "TAGS: [EFIS](#) [SENV](#) [PREL](#) [NO](#)",
        f"SUBJECT: QUOTA WORKING GROUP, MEETING {serial}",
        "",
        f"REF: A. STATE {100000 + serial}",
        f"[1](#)B. 08 REYKJAVIK {serial % 900 + 1}",
        "",
        *([] if level == "U" else ["Classified By: DCM Jane Roe, Reasons 1.4(b), (d).", ""]),
    ]
    for number in range(1, 11):
        mark = level + (_MARKS[(serial + number) % len(_MARKS)] if level != "U" else "")
        lines += [f"[1](#){number}. ({mark}) {_SENTENCE.format(serial, number)}", ""]
        lines += [f"- {_SENTENCE.format(number, serial % 28)}", ""]
    return "\n".join([*lines, "HALVORSEN", ""]).encode()
