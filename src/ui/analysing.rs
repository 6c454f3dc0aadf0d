//! From a text to what the page shows of it: a short one at once; a long one in steps between which the page answers. What sums
//! a long text up waits for a pause in typing.

use super::analysis::{Analysis, Job};
use super::state::State;
use crate::browser::storage::{self, Key};
use crate::engine::Kept;
use leptos::prelude::*;
use std::time::Duration;

/// A text longer than this is analysed in steps; in bytes.
pub const INSTANT: usize = 60_000;
/// How long the first step and the others take, in milliseconds: less than a reader feels.
const FIRST: f64 = 5.0;
const STEP: f64 = 25.0;
/// After such a pause in typing a long text is summed up and kept.
const PAUSE: Duration = Duration::from_millis(300);
/// So many blocks may change and the article is still drawn where it changed, not from the start.
const FEW: usize = 60;

/// What is under way.
#[derive(Default)]
pub struct Work {
    job: Option<Job>,
    /// What is found and still to be shown.
    found: Option<Analysis>,
    /// The timers of the next step and of what waits for a pause.
    step: Timer,
    pause: Timer,
    /// Whether the text is still to be kept.
    unsaved: bool,
}

/// A timer that can be set anew.
#[derive(Default)]
struct Timer(Option<TimeoutHandle>);

impl Timer {
    fn set(&mut self, work: impl FnOnce() + 'static, pause: Duration) {
        self.clear();
        self.0 = set_timeout_with_handle(work, pause).ok();
    }

    fn clear(&mut self) {
        if let Some(handle) = self.0.take() {
            handle.clear();
        }
    }
}

impl State {
    /// Analyses the text.
    pub fn analyse(self) {
        let job = Job::new(self.text.get_untracked(), self.own.get_untracked(), self.analysis.get_untracked());
        self.work.update_value(|work| (work.job, work.found) = (Some(job), None));
        if self.is_long() {
            self.step(FIRST);
            self.work.update_value(|work| work.pause.set(move || self.rest(), PAUSE));
        } else {
            self.finish();
        }
    }

    fn is_long(self) -> bool {
        self.text.with_untracked(|text| text.len() > INSTANT)
    }

    /// Goes on with the analysis for so long.
    fn step(self, long: f64) {
        let until = js_sys::Date::now() + long;
        let go_on = |work: &mut Work| {
            let done = work.job.as_mut().is_none_or(|job| job.go_on(|| js_sys::Date::now() < until));
            if !done {
                work.step.set(move || self.step(STEP), Duration::ZERO);
            }
            done
        };
        if self.work.try_update_value(go_on) == Some(true) {
            self.take();
        }
    }

    /// Takes over what was found. A long new text is summed up first, for that stands above it, and shown in a task of its own.
    fn take(self) {
        let Some((analysis, kept)) = self.work.try_update_value(|work| work.job.take()).flatten().map(Job::finish) else { return };
        let edit = is_edit(&analysis, kept);
        self.work.update_value(|work| {
            work.found = Some(analysis.clone());
            if !edit {
                work.step.set(move || self.draw(), Duration::ZERO);
            }
        });
        if edit {
            return self.draw();
        }
        self.drawn.set(self.place.get_untracked());
        self.overview.set(analysis);
    }

    /// Shows what was found.
    fn draw(self) {
        if let Some(found) = self.work.try_update_value(|work| work.found.take()).flatten() {
            self.analysis.set(found);
        }
    }

    /// Comes to the end of all that is under way.
    pub fn finish(self) {
        self.take();
        self.draw();
        self.sum_up();
        self.keep_text();
    }

    /// What waits for a pause.
    fn rest(self) {
        if self.work.with_value(|work| work.job.is_some() || work.found.is_some()) {
            return self.work.update_value(|work| work.pause.set(move || self.rest(), PAUSE));
        }
        self.sum_up();
        self.work.update_value(|work| work.pause.set(move || self.keep_text(), Duration::ZERO));
    }

    fn sum_up(self) {
        let analysis = self.analysis.get_untracked();
        if self.overview.with_untracked(|overview| *overview != analysis) {
            self.overview.set(analysis);
        }
    }

    /// The text is new: it is to be kept.
    pub fn is_new(self) {
        self.work.update_value(|work| work.unsaved = true);
    }

    /// Keeps the text, if that is still to be done.
    pub fn keep_text(self) {
        if self.work.try_update_value(|work| std::mem::take(&mut work.unsaved)) == Some(true) {
            self.kept.set(self.text.with_untracked(|text| storage::save(Key::Text, text)).is_ok());
        }
    }
}

/// Whether most of the text is as it was, or it is short.
fn is_edit(analysis: &Analysis, kept: Kept) -> bool {
    analysis.report().blocks.len() <= kept.before + kept.after + FEW
}
