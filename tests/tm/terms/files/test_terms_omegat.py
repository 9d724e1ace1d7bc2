"""OmegaT's own readers of glossaries: they find our terms, and what they say of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from concept_samples import SAMPLES

from tm.terms import read_concepts, write_concepts

JAR = Path("/usr/share/omegat/OmegaT.jar")
pytestmark = pytest.mark.skipif(
    not (JAR.exists() and shutil.which("javac")),
    reason="needs OmegaT and a compiler of Java (Debian: apt-get install omegat default-jdk-headless)",
)
PROBE = r"""
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.*;
import java.util.List;
import org.omegat.core.Core;
import org.omegat.core.data.*;
import org.omegat.gui.glossary.*;

/** Prints what OmegaT's readers find: a project between two languages is all that they ask for. */
public class Probe {
    public static void main(String[] args) throws Exception {
        org.omegat.util.RuntimePreferences.setConfigDir(args[0]);
        Constructor<ProjectProperties> made = ProjectProperties.class.getDeclaredConstructor();
        made.setAccessible(true);
        ProjectProperties properties = made.newInstance();
        properties.setSourceLanguage(args[1]);
        properties.setTargetLanguage(args[2]);
        IProject project = (IProject) Proxy.newProxyInstance(
            Probe.class.getClassLoader(), new Class<?>[] {IProject.class},
            (proxy, method, values) ->
                method.getName().equals("getProjectProperties") ? properties : null);
        Method set = Core.class.getDeclaredMethod("setProject", IProject.class);
        set.setAccessible(true);
        set.invoke(null, project);
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (GlossaryEntry entry : read(new File(args[3])))
            out.println(entry.getSrcText() + "\t" + entry.getLocText() + "\t"
                + entry.getCommentText().replace("\n", "\\n"));
    }

    static List<GlossaryEntry> read(File file) throws Exception {
        if (file.getName().endsWith(".tbx")) return GlossaryReaderTBX.read(file, false);
        if (file.getName().endsWith(".csv")) return GlossaryReaderCSV.read(file, false);
        return GlossaryReaderTSV.read(file, false);
    }
}
"""


@pytest.fixture
def omegat(tmp_path):
    """Read a glossary with OmegaT, between two languages: source, target and comment."""
    (tmp_path / "Probe.java").write_text(PROBE, "utf-8")
    (tmp_path / "config").mkdir()

    def read(path, source="zh-CN", target="en-US"):
        command = ["java", "-cp", str(JAR), "Probe.java", "config", source, target, str(path)]
        done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, timeout=120)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return [tuple(line.split("\t")) for line in done.stdout.decode("utf-8").splitlines()]

    return read


def pairs_of(concepts, source="zh-CN", target="en-US"):
    return [
        (one.text, other.text)
        for concept in concepts
        for one in concept.terms
        for other in concept.terms
        if (one.lang, other.lang) == (source, target)
    ]


def test_a_tbx_gives_every_pair_with_what_is_said_of_it(omegat, tmp_path):
    write_concepts(tmp_path / "a.tbx", SAMPLES)
    found = omegat(tmp_path / "a.tbx")
    assert [entry[:2] for entry in found] == pairs_of(SAMPLES)
    comment = found[0][2]
    assert "definition: The body that serves the Commission." in comment
    assert "context: The Secretariat reports every year." in comment
    assert "x-" not in comment
    back = omegat(tmp_path / "a.tbx", "en-GB", "zh-TW")  # it looks at languages only
    assert [entry[:2] for entry in back] == pairs_of(SAMPLES, "en-US", "zh-CN")


def test_a_glossary_offers_no_forbidden_term(omegat, tmp_path):
    write_concepts(tmp_path / "a.utf8", SAMPLES)
    found = omegat(tmp_path / "a.utf8")
    assert [entry[:2] for entry in found] == [
        pair for pair in pairs_of(SAMPLES) if pair[1] != "Rivers Commission Office"
    ]
    assert "not: Rivers Commission Office (forbidden)" in found[0][2]


def test_a_term_that_begins_a_comment_is_read(omegat, tmp_path):
    from tm.terms import Concept, Term

    hashed = Concept((Term("zh-CN", "#我也是"), Term("en-US", "#MeToo")))
    write_concepts(tmp_path / "a.utf8", [hashed, *SAMPLES])
    assert omegat(tmp_path / "a.utf8")[0][:2] == (" #我也是", "#MeToo")
    assert next(read_concepts(tmp_path / "a.utf8")).terms == hashed.terms


def test_a_csv_is_read_line_by_line(omegat, tmp_path):
    """Its apostrophe before a formula stays: OmegaT knows nothing of it."""
    write_concepts(tmp_path / "a.csv", SAMPLES)
    header, *found = omegat(tmp_path / "a.csv")
    assert header == ("zh", "en", "en_base")
    assert [entry[:2] for entry in found] == [
        ("国际河流委员会秘书处", "Secretariat of the International Rivers Commission"),
        ("河委会秘书处", "SIRC"),
        ("河委会秘书处", "Rivers Commission Office"),
        ("主义", "'-ism"),
        ("'@语境", "'@context"),
    ]


def test_the_version_that_it_does_not_read_would_be_noticed(omegat, tmp_path):
    write_concepts(tmp_path / "a.tbx", SAMPLES, tbx=3)
    with pytest.raises(AssertionError, match="unexpected element"):
        omegat(tmp_path / "a.tbx")
