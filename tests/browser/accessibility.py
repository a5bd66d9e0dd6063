"""Every page passes an accessibility checker in a browser, light and dark; print bears the stamp.

Authority: 36 CFR 1194 (Section 508), WCAG 2.2. The checker is axe-core; the policy of the page
would not let it in, so it looks at a copy without.
"""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import redact
from tests.browser.chromium import DARK, dom_of, print_page
from tests.browser.samples import decided, pages
from tests.release_reading import Page

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
_CHECK = """<script>
axe.run(document).then(found => {
  const shown = document.createElement("pre");
  shown.textContent = JSON.stringify({
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    passed: found.passes.map(rule => rule.id),
    violated: found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]),
  });
  document.body.replaceChildren(shown);
});
</script>"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_violates_a_rule(scheme: str, tmp_path: Path) -> None:
    """The colours of both schemes have contrast enough."""
    in_the_dark = {"bars", "codes", "worksheet"}
    chosen = [page for page in pages() if scheme == "light" or page[0] in in_the_dark]
    for name, text in chosen:
        found = _checked(text, tmp_path / f"{name}.html", *([DARK] if scheme == "dark" else []))
        assert found["dark"] is (scheme == "dark")
        assert found["violated"] == [], name
        assert {"color-contrast", "document-title", "html-has-lang"} <= {*found["passed"]}


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """A page that is spoilt is not passed."""
    text = next(text for _, text in pages())
    spoilt = text.replace(' lang="en"', "").replace("--ink: #1b1b1b", "--ink: #ccc")
    rules = [rule for rule, _ in _checked(spoilt, tmp_path / "spoilt.html")["violated"]]
    assert {"html-has-lang", "color-contrast"} <= {*rules}


def test_every_printed_page_bears_the_stamp(tmp_path: Path) -> None:
    """The outcome and the number of the page stand at the foot of each."""
    cable, account = decided("mixed-portions", 0)
    text = redact.render(cable, account, format="html").text
    long = text.replace("</main>", "<p>" + "line\n" * 150 + "</p></main>")
    page = tmp_path / "page.html"
    page.write_text(long, "utf-8")
    print_page(page, tmp_path / "page.pdf")
    printed = PdfReader(tmp_path / "page.pdf").pages
    assert len(printed) >= 3
    for number, sheet in enumerate(printed, 1):
        words = " ".join(sheet.extract_text().split())
        assert "RELEASED IN PART" in words
        assert f"{number} / {len(printed)}" in words


def _checked(text: str, page: Path, *options: str) -> Any:
    checker = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    assert _POLICY.search(text)
    opened = _POLICY.sub("", text)
    script = f"<script>{checker}</script>{_CHECK}</body>"
    page.write_text(opened.replace("</body>", script), "utf-8")
    return json.loads(Page(dom_of(page, *options)).text_of("pre"))
