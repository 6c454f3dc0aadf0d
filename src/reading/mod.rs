//! What a reader does with a report, and the models of the page. Plain types without I/O, tested on the host; the page draws them.
//!
//! Actions: [`Filter`] and [`ExceptionList`] decide which findings are shown, [`search`] finds among them, [`grade`] compares an exercise with
//! them, [`compare`] two versions of a story, [`Link`] carries a text to another reader.
//! Models: [`Layout`] (the article in sections), [`MinimapScale`], [`CategoryFigure`], [`LedgerRow`], [`Navigation`], [`Visit`], [`PopoverPlace`], and positions of the caret.

mod alignment;
mod analysis;
mod article_figures;
mod article_rows;
mod caret;
mod comparison;
mod context;
mod exceptions;
mod filter;
mod footnotes;
mod ledger_rows;
mod long_name;
mod marked_pieces;
mod minimap;
mod navigation;
mod notes;
mod one_line;
mod panel_place;
mod past_articles;
mod popover_place;
mod practice;
mod practice_results;
mod provenance;
mod quote_length;
mod search;
mod section_base;
mod section_height;
mod sections;
mod share_link;
mod shown_sources;
mod split_span;
mod summary;
mod visit;
mod yardstick;

pub use analysis::{Analysis, Job};
pub use article_figures::{ArticleFigures, Column, Order, ordered};
pub use article_rows::{ArticleRow, article_rows};
pub use caret::{byte_after_units, byte_at_share, node_at, utf16_length, whole_words};
pub use comparison::{Change, Comparison, Fate, Pair, compare};
pub use context::in_context;
pub use exceptions::{Exception, ExceptionList, IgnoredRule};
pub use filter::{Filter, Voices};
pub use footnotes::footnotes;
pub use ledger_rows::{Fact, LedgerRow, SourceRows, decision_rows, first_rows, row_places, rows_to_draw, source_facts, source_rows};
pub use long_name::end_apart;
pub use marked_pieces::{MarkedPiece, cut_pieces, marked_pieces};
pub use minimap::{LANE, MinimapScale, PIXEL, WIDTH, categories_in, part_in_view, progress};
pub use navigation::{Navigation, next_finding};
pub use notes::{Note, NoteList, PlacedNote};
pub use one_line::{in_one_line, one_line};
pub use panel_place::{PanelPlace, panel_place};
pub use past_articles::{LARGEST_LIBRARY, PastArticle, is_about, is_version_of};
pub use popover_place::{PopoverPlace, Surroundings, scroll_above_sheet};
pub use practice::{Guess, Outcome, Verdict, grade, guess_code, read_guesses, words};
pub use practice_results::{PracticeResult, ResultList, first_words};
pub use provenance::Provenance;
pub use quote_length::QuoteLength;
pub use search::{Found, Query, search};
pub use section_base::SectionBase;
pub use section_height::Typography;
pub use sections::{Layout, Section};
pub use share_link::{Content, Damaged, Link};
pub use shown_sources::shown_sources;
pub use split_span::split_span;
pub use summary::{CategoryFigure, dated, sentences_with, shown_categories, spans_where};
pub use visit::{Ledger, Mode, Visit};
pub use yardstick::{LEAST_WORDS, PressKind, Standing, Yardstick, texts_measured};

use crate::engine::{Finding, Report};

/// Returns the report with only the findings that the filter shows and no exception hides.
#[must_use]
pub fn shown(text: &str, report: &Report, filter: &Filter, exceptions: &ExceptionList) -> Report {
    let hidden = exceptions.in_text(text, report);
    let keep =
        |(number, finding): (usize, &Finding)| (filter.shows(finding) && hidden.binary_search(&number).is_err()).then(|| finding.clone());
    let findings = report.findings.iter().enumerate().filter_map(keep).collect();
    Report { findings, ..report.clone() }
}
