//! The compiled patterns of the lexicon, unpacked on first use.

use super::pattern::instruction::{Code, Op, signs};
use super::table::{MASKS, PACKED};
use super::unpack::Packed;
use super::{Context, Pattern, RULES};
use std::sync::LazyLock;

/// All programs, and whose they are.
pub(crate) struct Programs {
    ops: Vec<Op>,
    sets: Vec<u16>,
    signs: Vec<u64>,
    /// The patterns of all entries.
    pub patterns: Vec<Pattern>,
    /// By number of the entry: the contexts in which alone it counts, then those of its look-alikes.
    pub contexts: Vec<Vec<Context>>,
}

/// Unpacked once, when the first text is analysed.
pub(crate) static PROGRAMS: LazyLock<Programs> = LazyLock::new(|| {
    let mut packed = Packed::new(&PACKED);
    let (_words, sets, places) = (packed.part(), packed.part(), packed.part());
    let ops = packed.instructions();
    let mut places = places.programs(&ops).into_iter();
    let mut next = || places.next().unwrap_or(0);
    let (mut patterns, mut contexts) = (Vec::new(), Vec::new());
    for (rule, number) in RULES.iter().zip(0..) {
        patterns.extend((0..rule.patterns).map(|_| Pattern { rule: number, forward: next(), backward: next() }));
        let context = |_| Context { forward: next(), backward: next(), inside: next() };
        contexts.push((0..rule.only + rule.unless.len()).map(context).collect());
    }
    let sets = sets.sets();
    Programs { signs: signs(&ops, &sets), ops, sets, patterns, contexts }
});

impl Programs {
    /// The instructions, with what they refer to.
    pub fn code(&self) -> Code<'_> {
        Code { ops: &self.ops, sets: &self.sets, signs: &self.signs, masks: &MASKS }
    }
}
