//! The two versions and their comparison.

use crate::reading::{Analysis, Comparison, compare};
use crate::ui::state::State;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Both analyses and their comparison. Compares by identity.
#[derive(Clone)]
pub struct Versions(pub Arc<(Analysis, Analysis, Comparison)>);

impl PartialEq for Versions {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The texts are compared after this pause in typing.
const PAUSE: Duration = Duration::from_millis(200);
/// The comparison of the texts, which follows them after a pause in typing.
pub fn compared(state: State) -> Memo<Option<Versions>> {
    let settled = RwSignal::new(state.earlier.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move || {
        let text = state.earlier.get();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        timer.set_value(set_timeout(move || drop(settled.try_set(text)), PAUSE).ok());
    });
    let before = Memo::new(move |_| Analysis::new(settled.get(), state.words.compiled.get()));
    Memo::new(move |_| {
        let (before, after) = (before.get(), state.article.overview.get());
        let ready = !before.text().trim().is_empty() && !after.text().trim().is_empty();
        ready.then(|| {
            let comparison = compare((before.text(), before.report()), (after.text(), after.report()));
            Versions(Arc::new((before, after, comparison)))
        })
    })
}
