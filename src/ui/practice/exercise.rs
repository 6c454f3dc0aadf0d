//! The learner's marks on the article.

use crate::engine::{BlockKind, Span};
use crate::lexicon::Category;
use crate::reading::{Analysis, Guess, Outcome, grade, words};
use crate::ui::focus::focus_article;
use crate::ui::focus::scroll::scroll_to_top;
use leptos::prelude::*;

/// The signals of the exercise.
#[derive(Clone, Copy)]
pub struct Exercise {
    /// The article.
    pub analysis: StoredValue<Analysis>,
    /// The words of the article that can be picked, in order.
    words: StoredValue<Vec<Span>>,
    /// The learner's marks.
    pub guesses: RwSignal<Vec<Guess>>,
    /// The picked words, which the next mark is for.
    pub picked: RwSignal<Option<Span>>,
    /// True once the learner has asked for the comparison.
    revealed: RwSignal<bool>,
    /// The comparison with the rules' marks.
    pub outcomes: Memo<Option<Vec<Outcome>>>,
}

impl Exercise {
    /// Starts an exercise on an article.
    pub fn new(analysis: Analysis, guesses: RwSignal<Vec<Guess>>, revealed: RwSignal<bool>) -> Self {
        let blocks = analysis.report().blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
        let words = blocks.flat_map(|block| words(analysis.text(), block.span)).collect();
        let analysis = StoredValue::new(analysis);
        let graded = move || guesses.with(|guesses| analysis.with_value(|analysis| grade(analysis.report(), guesses)));
        let outcomes = Memo::new(move |_| revealed.get().then(graded));
        Self { analysis, words: StoredValue::new(words), guesses, picked: RwSignal::new(None), revealed, outcomes }
    }

    /// Picks a selection, widened to whole words of the paragraph in which it begins.
    pub fn pick(&self, span: Span) {
        let paragraph = self.analysis.with_value(|analysis| {
            let blocks = &analysis.report().blocks;
            blocks.get(blocks.partition_point(|block| block.span.end <= span.start)).map_or(span.end, |block| block.span.end)
        });
        let span = Span { start: span.start, end: span.end.min(paragraph).max(span.start) };
        let picked = self.words.with_value(|words| {
            let first = words.partition_point(|word| word.end <= span.start);
            let last = words.partition_point(|word| word.start < span.end.max(span.start + 1)).max(first + 1) - 1;
            Some(Span { start: words.get(first)?.start, end: words.get(last)?.end })
        });
        self.picked.set(picked);
    }

    /// Picks the next or previous word or, with `extend`, adds or removes a word at the end.
    pub fn move_pick(&self, forward: bool, extend: bool) {
        let picked = self.picked.get_untracked();
        let next = self.words.with_value(|words| {
            let Some(picked) = picked else { return words.first().copied() };
            let number = if forward {
                words.partition_point(|word| word.start < picked.end)
            } else if extend && !picked.is_empty() {
                // One word stays picked.
                let last = words.partition_point(|word| word.start < picked.end).checked_sub(2)?;
                return words.get(last).filter(|word| word.start >= picked.start).map(|word| Span { start: picked.start, end: word.end });
            } else {
                words.partition_point(|word| word.start < picked.start).checked_sub(1)?
            };
            let word = *words.get(number)?;
            Some(if extend { Span { start: picked.start, end: word.end } } else { word })
        });
        if next.is_some() {
            self.picked.set(next);
        }
    }

    /// Marks the picked words, or removes their mark.
    pub fn mark(&self, category: Option<Category>) {
        let Some(span) = self.picked.get_untracked() else { return };
        self.guesses.update(|guesses| {
            guesses.retain(|guess| !guess.span.overlaps(span));
            if let Some(category) = category {
                let place = guesses.partition_point(|guess| guess.span < span);
                guesses.insert(place, Guess { span, category });
            }
        });
        if let Ok(Some(selection)) = window().get_selection() {
            let _ = selection.remove_all_ranges();
        }
    }

    /// Compares the learner's marks with those of the rules.
    pub fn reveal(&self) {
        self.picked.set(None);
        self.revealed.set(true);
        focus_article();
        scroll_to_top();
    }

    /// Starts again without marks.
    pub fn restart(&self) {
        self.revealed.set(false);
        self.guesses.set(Vec::new());
        focus_article();
    }
}
