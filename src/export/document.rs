//! An article with the findings that are shown: the input of every export format.

use crate::engine::{BlockKind, Decision, Finding, Report, Source, SourceLedger, Span, decisions_among, parties_of, sources, speaker_of};
use crate::reading::{
    ExceptionList, Fact, Filter, MarkedPiece, PlacedNote, Provenance, footnotes, one_line, shown, shown_categories, shown_sources,
    source_facts,
};
use crate::wording::{self, page};
use std::borrow::Cow;

/// A text with the findings that are shown.
pub struct Document<'a> {
    /// The article.
    pub text: &'a str,
    /// Its report, reduced to the findings that are shown.
    pub report: Report,
    /// The explanations in the order of their numbers, which are those of print: the indices of the findings that share one.
    pub footnotes: Vec<Vec<usize>>,
    /// Who speaks, of unnamed sources only what is shown.
    pub sources: SourceLedger,
    /// The open matters of the findings that are shown.
    pub decisions: Vec<Decision>,
    /// The filter that was applied.
    pub filter: &'a Filter,
    /// The exceptions that were applied, for this text and others.
    pub ignored: &'a ExceptionList,
    /// The number of findings that are filtered out or ignored.
    pub kept_back: usize,
    /// The reader's notes whose passages are in the text, in its order: where the passage stands, and the note.
    pub notes: Vec<(Span, String)>,
    /// The path of the file, if the command reads one.
    pub path: Option<&'a str>,
    /// Where the text comes from, if that is known.
    pub from: Option<&'a Provenance>,
}

impl<'a> Document<'a> {
    /// Applies filter and exceptions to the whole report of a text.
    #[must_use]
    pub fn new(text: &'a str, all: &Report, filter: &'a Filter, ignored: &'a ExceptionList) -> Self {
        let report = shown(text, all, filter, ignored);
        Self {
            text,
            sources: shown_sources(&sources(text, all), &report.findings),
            decisions: decisions_among(text, all, &report),
            kept_back: all.findings.len() - report.findings.len(),
            footnotes: footnotes(&report),
            report,
            filter,
            ignored,
            notes: Vec::new(),
            path: None,
            from: None,
        }
    }

    /// Adds the notes of the reader. Those whose words are no longer in the text are left out.
    #[must_use]
    pub fn with_notes(self, notes: &[PlacedNote]) -> Self {
        Self { notes: notes.iter().filter_map(|placed| Some((placed.span?, placed.note.comment.clone()))).collect(), ..self }
    }

    /// Returns the number and the findings of the explanation whose words end with a piece of the text.
    #[must_use]
    pub fn footnote(&self, piece: &MarkedPiece) -> Option<(usize, &[usize])> {
        let end = |note: &Vec<usize>| self.report.findings[note[0]].span.end;
        let place = self.footnotes.binary_search_by_key(&piece.span.end, end).ok()?;
        let note = &self.footnotes[place];
        note.iter().any(|index| piece.findings.contains(index)).then_some((place + 1, note))
    }

    /// Returns the letters of the findings that share an explanation.
    #[must_use]
    pub fn letters(&self, note: &[usize]) -> String {
        note.iter().map(|index| self.report.findings[*index].category().letter()).collect()
    }

    /// Returns the headline, or else the path, or else the name of the program.
    #[must_use]
    pub fn title(&self) -> String {
        self.headline().unwrap_or_else(|| one_line(self.path.unwrap_or(wording::page::NAME)))
    }

    /// Returns the headline, if the text begins with one.
    #[must_use]
    pub fn headline(&self) -> Option<String> {
        let first = self.report.blocks.iter().find(|block| block.kind != BlockKind::Furniture);
        first.filter(|block| block.kind == BlockKind::Headline).map(|block| one_line(block.span.of(self.text)))
    }

    /// Returns the summary, which says nothing about categories that are switched off.
    #[must_use]
    pub fn summary(&self) -> String {
        wording::summary(&self.report, &shown_categories(self.filter))
    }

    /// Returns what the article says of a source, with labels: also everything that it is cited for.
    #[must_use]
    pub fn source_facts(&self, source: &Source) -> Vec<(&'static str, String)> {
        let claims = source.claims.iter().map(|claim| Fact::CitedFor(one_line(claim.of(self.text))));
        source_facts(self.text, source).into_iter().chain(claims).map(|fact| page::ledger_fact(&fact)).collect()
    }

    /// Returns who claims a finding, who decides and when, with labels, as far as the report says.
    #[must_use]
    pub fn details(&self, finding: &Finding) -> Vec<(&'static str, String)> {
        let words = |span: Option<Span>| span.map(|span| one_line(span.of(self.text)));
        let details = [
            (page::CLAIMED_BY, words(speaker_of(self.text, &self.report, finding))),
            (page::who_label(finding.kind()), parties_of(self.text, &self.report, finding).map(Cow::into_owned)),
            (page::WHEN, words(finding.date)),
        ];
        details.into_iter().filter_map(|(label, words)| Some((label, words?))).collect()
    }

    /// Returns a sentence that states what is shown and what is not.
    #[must_use]
    pub fn statement(&self) -> String {
        wording::statement(self.filter, self.kept_back, self.report.findings.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::lexicon::Category;

    #[test]
    fn what_is_switched_off_is_neither_denied_nor_renamed() {
        let text = "It may rain, two officials said. Lena Huld said no.";
        let (filter, ignored) = (Filter::default().toggled_category(Category::Source), ExceptionList::default());
        let document = Document::new(text, &analyze(text), &filter, &ignored);
        assert_eq!(document.summary(), "1 of the 2 sentences is hedged and none describes a matter still undecided.");
        let named: Vec<&str> = document.sources.named.iter().map(|source| source.phrase.of(text)).collect();
        assert_eq!((document.sources.unnamed.len(), named), (0, vec!["Lena Huld"]));
    }
}
