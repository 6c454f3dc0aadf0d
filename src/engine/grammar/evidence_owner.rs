//! Whose a report is: `Bloomberg` in `data compiled by Bloomberg`, `LSEG` in `figures from LSEG`.

use crate::engine::grammar::clause::noun_phrase_at;
use crate::engine::grammar::speaker::is_named_speaker;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many words may stand between the report and `by`: `a survey carried out in May by`.
const BETWEEN: usize = 5;

/// Returns who speaks through the report `phrase`, if the text names them.
pub(crate) fn owner_of(text: &str, tokens: &[Token], phrase: &Range<usize>) -> Option<Range<usize>> {
    let head = (phrase.clone()).find(|at| tokens[*at].is(class::EVIDENCE))?;
    let made = tokens.get(head + 1)?.is_word(set::COMPILED);
    let owns = |at: &usize| tokens[*at].reads(words!("by")) || (!made && tokens[*at].reads(words!("from")));
    let last = if made { head + 1 + BETWEEN } else { head + 1 };
    let by = (head + 1..tokens.len().min(last + 1)).find(owns)?;
    let owner = noun_phrase_at(text, tokens, by + 1)?;
    // `a poll by Sentia for the broadcaster`
    let client = owner.clone().skip(1).find(|at| tokens[*at].is_word(words!("for")) && tokens[at - 1].is(shape::UPPER));
    let owner = owner.start..client.filter(|client| word_at(tokens, client + 1, words!("the" | "a" | "its"))).unwrap_or(owner.end);
    is_named_speaker(&tokens[owner.clone()]).then_some(owner)
}
