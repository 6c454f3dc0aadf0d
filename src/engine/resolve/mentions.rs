//! The people that an article has mentioned so far: what one block hands on to the next.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set};
use rustc_hash::FxHashSet;

/// What the article has said of a person, under the head of the noun phrase that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mention {
    /// The article has named one, as `spokesman` after `spokesman Tom Quill`.
    Named(u32),
    /// The article has met one without a name, as `priest` after `a priest`.
    Unnamed(u32),
    /// The article has met several without names.
    Several(u32),
    /// Somebody has spoken under a name.
    Somebody,
    /// A survey has been reported with its shares.
    Poll,
    /// The article has told a place.
    Place,
}

/// The people that the article has mentioned so far.
#[derive(Default)]
pub(crate) struct Mentions {
    pub all: FxHashSet<Mention>,
    /// Heads that the opening sentences name. In a headline, `minister denies it` is the minister whom the lead names.
    pub lead: FxHashSet<u32>,
    /// True if the sentence behind the lead begins with somebody's name: whom the lead left unnamed.
    pub lead_names_somebody: bool,
    /// True if no paragraph follows the headlines, which could name whom they leave unnamed.
    pub only_headlines: bool,
    /// The index of the current block.
    pub block: usize,
    /// Where people were mentioned and where mentions were looked up: block and mention, in order.
    pub added: Vec<(usize, Mention)>,
    pub looked_up: Vec<(usize, Mention)>,
}

impl Mentions {
    pub(super) fn add(&mut self, mention: Mention) {
        self.all.insert(mention);
        if self.added.last() != Some(&(self.block, mention)) {
            self.added.push((self.block, mention));
        }
    }

    pub(super) fn contains(&mut self, mention: Mention) -> bool {
        if self.looked_up.last() != Some(&(self.block, mention)) {
            self.looked_up.push((self.block, mention));
        }
        self.all.contains(&mention)
    }

    /// Forgets whom the opening sentences name.
    pub fn clear_lead(&mut self) {
        self.lead.clear();
        self.lead_names_somebody = false;
    }

    /// Remembers that somebody has spoken under a name.
    pub fn add_somebody(&mut self) {
        self.add(Mention::Somebody);
    }
}

/// Returns true for a sentence that tells a place: `in Oster`.
pub(super) fn tells_place(tokens: &[Token]) -> bool {
    let place = |token: &Token| token.is(shape::CAPITAL) && !token.is(class::NOT_A_NAME | class::DET | class::PRONOUN | class::NUMBER);
    tokens.windows(2).any(|pair| pair[0].is_word(set::PLACE_TOLD) && place(&pair[1]))
}
