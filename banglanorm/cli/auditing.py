"""What ``audit`` does with a block of texts: it counts them apart, for the process that reads to bring together."""

from dataclasses import dataclass

from banglanorm.corpus.processing import Done, Work, gathered
from banglanorm.report.auditing import Auditor, blocks


@dataclass(frozen=True, slots=True)
class AuditTask:
    """Count what is in the texts, and what would change."""

    auditor: Auditor
    skips: bool = False

    def __call__(self, work: Work, /) -> Done:
        """Do the work of one block."""
        rows, good, bad = gathered(work, skips=self.skips)
        name = work.place.name
        tally = self.auditor.tally(f"{name}:{rows[0][0] if rows else 0}")
        for block in blocks((name, line, text) for line, text in rows):
            self.auditor.add(block, tally)
        return Done(rows=good, texts=len(rows), changed=tally.effect.lines, bad=bad, found=tally)
