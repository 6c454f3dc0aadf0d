//! The analysis under way, with its timers.

use crate::reading::{Analysis, Job};
use leptos::prelude::*;
use std::time::Duration;

/// The analysis under way.
#[derive(Default)]
pub struct Work {
    /// The job, until it is finished.
    pub job: Option<Job>,
    /// True for another text, false for a changed one.
    pub fresh: bool,
    /// The finished analysis, still to be drawn.
    pub found: Option<Analysis>,
    /// Starts the next step.
    pub step: Timer,
    /// Starts what waits for a pause in typing.
    pub pause: Timer,
    /// Keeps the article in the library after a pause.
    pub keeping: Timer,
    /// True if the text is still to be stored.
    pub unsaved: bool,
}

/// A timer that can be restarted.
#[derive(Default)]
pub struct Timer(Option<TimeoutHandle>);

impl Timer {
    /// Runs `work` after the pause, instead of the work set before.
    pub fn set(&mut self, work: impl FnOnce() + 'static, pause: Duration) {
        self.clear();
        self.0 = set_timeout(work, pause).ok();
    }

    /// Calls off the work set before.
    pub fn clear(&mut self) {
        if let Some(handle) = self.0.take() {
            handle.clear();
        }
    }
}
