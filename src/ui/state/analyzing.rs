//! Analysis of the text: at once for a short text, in steps between which the page responds for a long one. The summary of a long text
//! waits for a pause in typing.

use super::signals::State;
use super::types::Stage;
use super::work::Work;
use crate::browser::storage::{self, Key};
use crate::browser::timers::run_after;
use crate::reading::Job;
use leptos::prelude::*;
use std::time::Duration;

/// Texts up to this length are analyzed at once; in bytes.
pub const INSTANT: usize = 60_000;
/// Duration of the first step in milliseconds.
const FIRST: f64 = 5.0;
/// Duration of every later step in milliseconds.
const STEP: f64 = 25.0;
/// After this pause in typing a long text is summarized and stored.
const PAUSE: Duration = Duration::from_millis(300);
/// If more blocks changed, the article is drawn from the reader's position on instead of as far as before.
const FEW: usize = 60;

impl State {
    /// Starts the analysis of the text. `fresh` marks another text rather than a changed one.
    pub fn analyze(self, fresh: bool) {
        if fresh {
            self.article.any_language.set(false);
            self.article.every_line.set(false);
        }
        let every_line = self.article.every_line.get_untracked();
        let job = Job::new(
            self.article.text.get_untracked(),
            self.words.compiled.get_untracked(),
            self.article.analysis.get_untracked(),
            every_line,
        );
        let job = job.any_language(self.article.any_language.get_untracked());
        self.work.update_value(|work| {
            // A text that changes during its first analysis is still fresh.
            work.fresh = fresh || (work.fresh && (work.job.is_some() || work.found.is_some()));
            (work.job, work.found) = (Some(job), None);
        });
        if !self.is_long() {
            return self.finish();
        }
        if self.work.with_value(|work| work.fresh) {
            self.article.stage.set(Stage::Analyzing);
        }
        self.step(FIRST);
        self.work.update_value(|work| work.pause.set(move || self.after_pause(), PAUSE));
    }

    /// Marks the text although it does not look English.
    pub fn mark_anyway(self) {
        self.article.any_language.set(true);
        self.analyze(false);
    }

    /// Reads lines that look like page furniture as text of the article, or sets them apart again.
    pub fn read_every_line(self, on: bool) {
        self.article.every_line.set(on);
        self.analyze(false);
    }

    /// Completes the analysis, the summary and the storing of the text at once.
    pub fn finish(self) {
        self.take();
        self.draw();
        self.summarize();
        self.store_text();
    }

    fn is_long(self) -> bool {
        self.article.text.with_untracked(|text| text.len() > INSTANT)
    }

    /// Continues the analysis for this number of milliseconds.
    fn step(self, duration: f64) {
        let until = js_sys::Date::now() + duration;
        let advance = |work: &mut Work| {
            let done = work.job.as_mut().is_none_or(|job| job.advance(|| js_sys::Date::now() < until));
            if !done {
                work.step.set(move || self.step(STEP), Duration::ZERO);
            }
            done
        };
        if self.work.try_update_value(advance) == Some(true) {
            self.take();
        }
    }

    /// Takes over the finished analysis. A long fresh text is summarized first and drawn in a later task.
    fn take(self) {
        let Some((analysis, kept)) = self.work.try_update_value(|work| work.job.take()).flatten().map(Job::finish) else { return };
        let fresh = self.work.with_value(|work| work.fresh);
        if fresh || analysis.report().blocks.len() > kept.before + kept.after + FEW {
            self.place.drawn_to.set(self.place.position.get_untracked());
        }
        self.work.update_value(|work| work.found = Some(analysis.clone()));
        if fresh && self.is_long() {
            self.article.overview.set(analysis);
            self.article.stage.set(Stage::Summarized);
            self.work.update_value(|work| work.step.set(move || self.draw(), Duration::ZERO));
        } else {
            self.draw();
        }
    }

    fn draw(self) {
        if let Some(found) = self.work.try_update_value(|work| work.found.take()).flatten() {
            self.article.analysis.set(found);
            self.article.stage.set(Stage::Drawn);
        }
    }

    fn after_pause(self) {
        if self.work.with_value(|work| work.job.is_some() || work.found.is_some()) {
            return self.work.update_value(|work| work.pause.set(move || self.after_pause(), PAUSE));
        }
        self.summarize();
        self.work.update_value(|work| work.pause.set(move || self.store_text(), Duration::ZERO));
    }

    fn summarize(self) {
        let analysis = self.article.analysis.get_untracked();
        if self.article.overview.with_untracked(|overview| *overview != analysis) {
            self.article.overview.set(analysis);
        }
    }

    /// Stores the text: a short one now, a long one in the next task if it is fresh, otherwise after a pause in typing.
    pub fn store_text_soon(self, fresh: bool) {
        self.work.update_value(|work| work.unsaved = true);
        if !self.is_long() {
            self.store_text();
        } else if fresh {
            run_after(Duration::ZERO, move || self.store_text());
        }
    }

    /// Stores the text unless that is already done.
    pub fn store_text(self) {
        let unsaved = self.work.try_update_value(|work| std::mem::take(&mut work.unsaved)) == Some(true);
        if unsaved && !self.panel {
            self.stored.set(self.article.text.with_untracked(|text| storage::save(Key::Text, text)).is_ok());
        }
    }
}
