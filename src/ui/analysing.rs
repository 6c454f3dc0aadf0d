//! From a text to what the page shows of it: a short one at once; a long one in steps between which the page answers. What sums
//! a long text up waits for a pause in typing.

use super::analysis::{Analysis, Job};
use super::state::{Stage, State};
use crate::browser::storage::{self, Key};
use leptos::prelude::*;
use std::time::Duration;

/// A text longer than this is analysed in steps; in bytes.
pub const INSTANT: usize = 60_000;
/// How long the first step and the others take, in milliseconds: less than a reader feels.
const FIRST: f64 = 5.0;
const STEP: f64 = 25.0;
/// After such a pause in typing a long text is summed up and kept.
const PAUSE: Duration = Duration::from_millis(300);
/// So many blocks may change and the article is still drawn where it changed, not from the reader's place on.
const FEW: usize = 60;

/// What is under way.
#[derive(Default)]
pub struct Work {
    job: Option<Job>,
    /// Whether it is of another text, not of a changed one.
    fresh: bool,
    /// What is found and still to be drawn.
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
    /// Analyses the text, which is a changed one or a `fresh` one.
    pub fn analyse(self, fresh: bool) {
        let job = Job::new(self.text.get_untracked(), self.own.get_untracked(), self.analysis.get_untracked());
        self.work.update_value(|work| {
            // A text that changes while it is read for the first time is as fresh as it was.
            work.fresh = fresh || (work.fresh && (work.job.is_some() || work.found.is_some()));
            (work.job, work.found) = (Some(job), None);
        });
        if !self.is_long() {
            return self.finish();
        }
        if self.work.with_value(|work| work.fresh) {
            self.stage.set(Stage::Waiting);
        }
        self.step(FIRST);
        self.work.update_value(|work| work.pause.set(move || self.rest(), PAUSE));
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

    /// Takes over what was found. A long fresh text is summed up first, for that stands above it, and drawn in a task of its own.
    fn take(self) {
        let Some((analysis, kept)) = self.work.try_update_value(|work| work.job.take()).flatten().map(Job::finish) else { return };
        let fresh = self.work.with_value(|work| work.fresh);
        if fresh || analysis.report().blocks.len() > kept.before + kept.after + FEW {
            self.drawn.set(self.place.get_untracked());
        }
        self.work.update_value(|work| work.found = Some(analysis.clone()));
        if fresh && self.is_long() {
            self.overview.set(analysis);
            self.stage.set(Stage::Summed);
            self.work.update_value(|work| work.step.set(move || self.draw(), Duration::ZERO));
        } else {
            self.draw();
        }
    }

    /// Draws what was found.
    fn draw(self) {
        if let Some(found) = self.work.try_update_value(|work| work.found.take()).flatten() {
            self.analysis.set(found);
            self.stage.set(Stage::Drawn);
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

    /// The text is to be kept: a short one before it is analysed, a long one after a pause in typing, or in the next task.
    pub fn keep_soon(self, fresh: bool) {
        self.work.update_value(|work| work.unsaved = true);
        if !self.is_long() {
            self.keep_text();
        } else if fresh {
            set_timeout(move || self.keep_text(), Duration::ZERO);
        }
    }

    /// Keeps the text, if that is still to be done.
    pub fn keep_text(self) {
        if self.work.try_update_value(|work| std::mem::take(&mut work.unsaved)) == Some(true) {
            self.kept.set(self.text.with_untracked(|text| storage::save(Key::Text, text)).is_ok());
        }
    }
}
