"""A deferred module: absent until something in it is used, then the module itself."""

import subprocess
import sys


def run(code: str) -> str:
    """In a process of its own, where what is loaded is what the code loads; -P: the installed packages, not the checkout."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", "import sys\nfrom compare.system.lazy_imports import defer\n" + code], check=True, capture_output=True
    )
    return done.stdout.decode().strip()


def test_a_deferred_module_loads_when_a_name_is_asked_of_it() -> None:
    code = """
defer({"xml.sax": ()})
import xml.sax
print("xml.sax.handler" in sys.modules, xml.sax.parseString.__name__, "xml.sax.handler" in sys.modules)
"""
    assert run(code) == "False parseString True"


def test_a_name_that_is_called_later_loads_the_module_when_it_is_called() -> None:
    code = """
defer({"email.utils": ("parseaddr",)})
from email.utils import parseaddr
before = "email._parseaddr" in sys.modules
print(before, parseaddr("Ann <a@b.org>"), "email._parseaddr" in sys.modules)
"""
    assert run(code) == "False ('Ann', 'a@b.org') True"


def test_a_loaded_module_stays_as_it_is() -> None:
    assert run("import xml.sax; a = xml.sax; defer({'xml.sax': ()}); print(sys.modules['xml.sax'] is a)") == "True"


def test_a_module_that_is_not_installed_stays_missing() -> None:
    assert run("defer({'xml.nowhere': (), 'nowhere.at_all': ()}); print({'xml.nowhere', 'nowhere.at_all'} & set(sys.modules))") == "set()"


def test_what_the_libraries_import_works_after_all() -> None:
    code = """
defer()
from datasketch import MinHashLSH
from sklearn.preprocessing import SplineTransformer
from scipy import stats
lsh = MinHashLSH(threshold=0.5, num_perm=128)
print(lsh.b * lsh.r <= 128, SplineTransformer(n_knots=3).fit_transform([[0.0], [1.0]]).shape, round(stats.norm.cdf(0.0), 2))
"""
    assert run(code) == "True (2, 5) 0.5"


def test_a_run_of_the_program_loads_none_of_them(tmp_path: object) -> None:
    code = f"""
from compare.cli import main
main(["demo", "--out", {str(tmp_path)!r}, "--quiet"])
print("sklearn" in sys.modules, "scipy.stats._stats_py" in sys.modules, "scipy.integrate._bvp" in sys.modules)
"""
    assert run(code) == "True False False"
