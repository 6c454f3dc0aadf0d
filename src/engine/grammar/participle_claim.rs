//! Claims of a participle: `The council sold the mill, saying it could fail`.

use crate::engine::grammar::claim_scope::{clause_end, governed};
use crate::engine::grammar::clause::{main_subject, noun_phrase_before, subject};
use crate::engine::grammar::said::said_behind;
use crate::engine::grammar::said_content::content_start;
use crate::engine::grammar::said_edges::{introduces_quotation, is_quotation_mark};
use crate::engine::grammar::speaker::is_person;
use crate::engine::grammar::spoken_by::SpokenBy;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// Reads a participle: `The council sold the mill, saying it could fail`, `Lena Huld began by noting that it could fail`.
///
/// `claims` are those of the sentence's finite verbs: `“It leaks,” said Huld, adding that it was old` goes on with her.
pub(super) fn saying(text: &str, tokens: &[Token], at: usize, claims: &[SpokenBy]) -> Option<SpokenBy> {
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    let quotes = introduces_quotation(text, tokens, at);
    let closes = is_quotation_mark(text, before) && at > 1 && tokens[at - 2].is_mark(text, ",");
    let joined = before.is_mark(text, ",") || before.is_word(words!("by")) || quotes || closes;
    if !tokens[at].is(class::SAY | class::THINK) || !tokens[at].is(shape::ING) || tokens[at].is(shape::QUOTED | shape::UPPER) {
        return None;
    }
    let told = || tokens[at].is_word(set::TELLING) && content_start(text, tokens, at, clause_end(text, tokens, at + 1)).1;
    let clause = word_at(tokens, at + 1, words!("that")) || tokens[at].is_word(set::SAYING) || told();
    let who = speaker_before(text, tokens, at, claims).or_else(|| main_subject(text, tokens, at - 1)).filter(|_| joined && clause);
    let who = who.or_else(|| with_subject(text, tokens, at));
    let who = who.or_else(|| quotes.then(|| subject_of_verb_before(text, tokens, at)).flatten())?;
    let end = clause_end(text, tokens, at + 1);
    // `with Huld calling it late, and Quill blaming the rain`
    let other = |comma: &usize| {
        let and = tokens[*comma].is_mark(text, ",") && word_at(tokens, comma + 1, words!("and"));
        and && (comma + 3..end.min(comma + 6)).any(|verb| tokens[verb].is(shape::ING) && tokens[comma + 2].is(shape::UPPER))
    };
    let end = (at + 1..end).find(other).unwrap_or(end);
    Some(SpokenBy {
        who,
        scope: governed(text, tokens, at, end),
        said: said_behind(text, tokens, at, at, end),
        asserted: true,
        through: None,
    })
}

/// The longest `said on Tuesday in Oster` between a speaker and the comma, in tokens.
const SAID: usize = 8;

/// Returns who has just said the claim before: Huld in `“It leaks,” said Huld on Tuesday, adding`, `It leaks, Huld said, adding` and
/// `Huld said that it leaked, adding`.
fn speaker_before(text: &str, tokens: &[Token], at: usize, claims: &[SpokenBy]) -> Option<Range<usize>> {
    let said = |claim: &&SpokenBy| claim.said.as_ref().is_some_and(|said| said.end <= at) && claim.scope.contains(&at);
    // In `Huld said Quill left, arguing that` and `The paper wrote that he left, arguing that` others may argue; in `Huld wrote that she left,
    // arguing that` she does.
    let own = |claim: &&SpokenBy| {
        let said = claim.said.as_ref().map_or(&[][..], |said| &tokens[said.clone()]);
        let person = is_person(&tokens[claim.who.clone()]) || (claim.who.len() == 1 && tokens[claim.who.start].reads(set::HE_OR_SHE));
        tokens[at].is_word(words!("adding")) || (person && said.first().is_some_and(|first| first.reads(set::HE_OR_SHE)))
    };
    if let Some(adds) = claims.iter().filter(own).find(said) {
        return Some(adds.who.clone());
    }
    let comma = at.checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ","))?;
    let between = |who: &Range<usize>| &tokens[who.end..comma];
    let plain = |who: &Range<usize>| between(who).len() <= SAID && !between(who).iter().any(|token| token.is(shape::MARK | shape::QUOTED));
    let last = claims.iter().filter(|claim| claim.scope.end <= claim.who.start && claim.who.end <= comma && plain(&claim.who));
    last.max_by_key(|claim| claim.who.end).map(|claim| claim.who.clone())
}

/// Returns the subject of the verb of saying before `saying:`, as in `On Friday he explained it saying:`.
fn subject_of_verb_before(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let verb = (1..at).find(|verb| tokens[*verb].is(class::SAY) && !tokens[*verb].is(shape::ING | shape::UPPER))?;
    subject(text, tokens, verb).filter(|who| who.start == 0 || (who.len() == 1 && tokens[who.start].is(class::PRONOUN)))
}

/// Returns `Oster Rail` in `with Oster Rail predicting a delay`.
fn with_subject(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let who = noun_phrase_before(text, tokens, at)?;
    (who.start > 0 && tokens[who.start - 1].is_word(words!("with"))).then_some(who)
}
