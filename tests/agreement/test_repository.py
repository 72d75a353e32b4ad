"""What is in the repository could be on any machine."""

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
REGISTRIES = "|".join(
    re.escape(".".join(parts))
    for parts in (("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org"), ("ghcr", "io"))
)
FOLDERS = "home|root|work|Users|farm|mnt"
OF_A_MACHINE = re.compile(rf"(?<![\w.:/~-])/(?:{FOLDERS})/[\w.-]+")
TEXT_MOST = 1_000_000


@cache
def _texts() -> dict[str, str]:
    """Every file that git keeps, or would keep, that is text."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    texts = {}
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and path.stat().st_size < TEXT_MOST:
            content = path.read_bytes()
            if b"\0" not in content:
                texts[name] = content.decode(errors="replace")
    return texts


def _where(pattern: str | re.Pattern[str]) -> list[str]:
    return [f"{name}: {found.group()}" for name, text in _texts().items() for found in re.finditer(pattern, text)]


def test_the_files_are_read():
    assert "README.md" in _texts()
    assert len(_where(r"Candour")) > 1


def test_no_file_names_a_package_registry():
    assert _where(REGISTRIES) == []


def test_no_file_names_a_folder_of_this_machine():
    assert _where(OF_A_MACHINE) == []
    assert _where(re.escape(str(ROOT) + "/")) == []


def test_no_file_holds_what_looks_like_a_real_token():
    assert _where(r"xox[bpars]-\d{8,}-[\w-]+|xapp-\d-[A-Z0-9]{8,}-\d+") == []
