"""``duizhao terms``: the commands that find, keep and exchange terms, gathered."""

from __future__ import annotations

import typer

from aligner.cli import terms_base_command as base
from aligner.cli import terms_edit_command as edit
from aligner.cli import terms_files_command as files
from aligner.cli.terms_consistency_command import HELP as CONSISTENCY
from aligner.cli.terms_consistency_command import check_consistency
from aligner.cli.terms_extract_command import HELP as EXTRACT
from aligner.cli.terms_extract_command import extract
from aligner.cli.terms_review_command import HELP as REVIEW
from aligner.cli.terms_review_command import review_candidates

HELP = """Keep terminology: extract, review, check, hand on.

The term base is kept in the memory, beside its units: in duizhao.db in your folder of application
data, or what -m or DUIZHAO_MEMORY names. Each concept has its terms of both languages, with their
statuses: preferred, admitted, deprecated, forbidden.

\b
Find terms in a bitext:    duizhao terms extract report.tmx -o terms.tbx
  and what is inconsistent: duizhao terms consistency report.tmx
Fill it from a glossary:   duizhao terms import agency.tbx older.xlsx
Decide on candidates:      duizhao terms review
See what is there:         duizhao terms stats
  and the concepts:        duizhao terms list --where kind=name
Find what contradicts:     duizhao terms check
Hand it on:                duizhao terms export -o terms.tbx

Look terms up with 'duizhao term'.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract", help=EXTRACT, short_help="Find the terms of a bitext.")(extract)
app.command("consistency", help=CONSISTENCY, short_help="Find terms rendered in several ways.")(
    check_consistency
)
app.command("import", help=files.IMPORT, short_help="Add the terms of files.")(files.import_terms)
app.command("export", help=files.EXPORT, short_help="Write terms to a file.")(files.export_terms)
app.command("review", help=REVIEW, short_help="Decide on candidates.")(review_candidates)
app.command("add", help=edit.ADD, short_help="Add a concept by hand.")(edit.add_concept)
app.command("change", help=edit.CHANGE, short_help="Change a concept.")(edit.change_concept)
app.command("list", help=base.LIST, short_help="List concepts.")(base.list_concepts)
app.command("stats", help=base.STATS, short_help="Count what there is.")(base.show_stats)
app.command("check", help=base.CHECK, short_help="Find contradictions.")(base.check_base)
app.command("merge", help=base.MERGE, short_help="Make one concept of several.")(
    base.merge_concepts
)
app.command("remove", help=base.REMOVE, short_help="Remove concepts.")(base.remove_concepts)
app.command("history", help=base.HISTORY, short_help="Show what was changed.")(base.show_history)
