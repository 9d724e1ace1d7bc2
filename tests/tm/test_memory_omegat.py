"""A memory on its way to programs of others and back: OmegaT, xmllint, Perl, Node."""

import html
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from memory_samples import ROOT, SAMPLE, aligned, texts
from test_omegat import COMPLAINTS, FOLDERS, PROJECT

from tm import Memory, read_units, write_units

SCHEMA = Path(__file__).with_name("tmx14.rng")
REPORT = ROOT.parent / "shared" / "report"
REPORTS = {"sample": SAMPLE, "report": REPORT}
LANGS = {"srclang": "zh-CN", "tgtlang": "en-US"}
PERL = """
use XML::TMX::Reader;
binmode STDOUT, ":utf8";
XML::TMX::Reader->new($ARGV[0])->for_tu(sub {
    my ($tu) = @_;
    print join("\\t", $tu->{"zh-CN"}{-seg}, $tu->{"en-US"}{-seg}), "\\n";
});
"""
NODE = """
const fs = require("fs");
require("tmexchange").tmx2js(fs.readFileSync(process.argv[2], "utf8"), (error, read) => {
    if (error) throw error;
    console.log(JSON.stringify(read));
});
"""


@pytest.fixture(params=REPORTS)
def folder(request):
    if not (REPORTS[request.param] / "report.zh.txt").exists():
        pytest.skip("needs the UN report in ../shared")
    return REPORTS[request.param]


@pytest.fixture
def memory(folder):
    with Memory() as memory:
        memory.add(aligned(folder), origin="report.tmx")
        yield memory


@pytest.fixture
def exported(memory, tmp_path):
    """Write the best units to a file; return it and their texts."""
    path = tmp_path / "memory.tmx"
    units = [stored.unit for stored in memory.stored(is_best_only=True)]
    written = write_units(path, iter(units), **LANGS)
    assert (written.units, written.skipped) == (len(units), ())
    return path, texts(units)


@pytest.fixture
def project(tmp_path):
    for name in FOLDERS:
        (tmp_path / "project" / name).mkdir(parents=True)
    settings = PROJECT.replace("<sentence_seg>true", "<sentence_seg>false")
    (tmp_path / "project" / "omegat.project").write_text(settings, "utf-8")
    return tmp_path / "project"


def translate(project):
    """Run OmegaT on *project*; return its log."""
    config = project.parent / "config"
    command = ["omegat", str(project), "--mode=console-translate", f"--config-dir={config}"]
    run = subprocess.run(command, check=False, capture_output=True, timeout=300)
    logs = [path.read_text("utf-8", "replace") for path in config.rglob("*.log")]
    return "\n".join([run.stdout.decode(), run.stderr.decode(), *logs])


def sources_of(memory):
    """Return the source of each unit of one segment a side, and the targets it may have."""
    found = {}
    for stored in memory.stored():
        source, target = stored.unit.variants
        if stored.unit.bead == "1-1":
            found.setdefault(source.text, []).append(target.text)
    return found


@pytest.mark.skipif(not shutil.which("omegat"), reason="needs OmegaT (Debian: apt-get install omegat)")
def test_omegat_fills_every_segment_from_the_memory_and_its_own_is_read(memory, exported, project):
    """Each source is a paragraph: how OmegaT cuts sentences is not our subject.

    Translating without a change, it writes its memory beside the project, not project_save.tmx.
    """
    targets = sources_of(memory)
    (project / "source" / "report.txt").write_text("\n\n".join(targets), "utf-8")
    shutil.copy(exported[0], project / "tm" / "auto")
    log = translate(project)
    assert "memory.tmx" in log
    assert [line for line in log.splitlines() if any(code in line for code in COMPLAINTS)] == []
    filled = (project / "target" / "report.txt").read_text("utf-8").split("\n\n")
    wrong = [pair for pair in zip(targets, filled, strict=True) if pair[1] not in targets[pair[0]]]
    assert wrong == []
    assert len(targets) > 100
    for kind in ("omegat", "level1", "level2"):
        own = project / f"project-{kind}.tmx"
        assert set(texts(read_units(own))) == set(zip(targets, filled, strict=True))  # sorted anew
        with Memory() as other:
            assert other.import_file(own).new == len(targets)
            assert other.lookup(filled[0])[0].score == 100


def test_the_export_is_valid_and_comes_back(exported):
    path, pairs = exported
    assert texts(read_units(path)) == pairs
    if shutil.which("xmllint"):
        command = ["xmllint", "--nonet", "--noout", "--relaxng", str(SCHEMA), str(path)]
        assert subprocess.run(command, check=False, capture_output=True).returncode == 0


def _has_perl_reader():
    command = ["perl", "-MXML::TMX::Reader", "-e", "1"]
    return bool(shutil.which("perl")) and not subprocess.run(command, check=False, capture_output=True).returncode


@pytest.mark.skipif(not _has_perl_reader(), reason="needs XML::TMX (Debian: libxml-tmx-perl)")
def test_a_perl_program_reads_the_export(exported):
    path, pairs = exported
    run = subprocess.run(["perl", "-e", PERL, str(path)], check=True, capture_output=True)
    read = [tuple(line.split("\t")) for line in run.stdout.decode("utf-8").split("\n")[:-1]]
    assert [tuple(map(html.unescape, pair)) for pair in read] == pairs


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    """A folder with the npm package tmexchange, installed from the registry or npm's cache."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("needs node and npm")
    folder = tmp_path_factory.mktemp("node")
    (folder / "package.json").write_text("{}", "utf-8")
    command = ["npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"]
    try:
        done = subprocess.run(
            [*command, "tmexchange@2.0.6"], cwd=folder, check=False, capture_output=True, timeout=60
        )
    except subprocess.TimeoutExpired:
        pytest.skip("the npm registry does not answer")
    if done.returncode:
        pytest.skip("the npm registry cannot be reached")
    (folder / "read.js").write_text(NODE, "utf-8")
    return folder


def test_a_node_program_reads_the_export(exported, node):
    """It takes the source text for the name of a unit without tuid."""
    path, pairs = exported
    run = subprocess.run(["node", "read.js", str(path)], cwd=node, check=True, capture_output=True)
    read = json.loads(run.stdout)
    units = read["resources"]
    assert read["sourceLanguage"] == "zh-CN"
    assert {source: unit["en-US"] for source, unit in units.items()} == dict(pairs)
    assert all(unit["zh-CN"] == source for source, unit in units.items())
