//! Reporting verbs: which uses of a verb report what somebody says.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, words};
use std::ops::Range;

/// Returns true for `begun to` in `have begun to speculate`.
pub(crate) fn begins_to(tokens: &[Token], at: usize) -> bool {
    let begins = tokens[at].is(class::BEGINNING);
    begins && tokens.get(at + 1).is_some_and(|next| next.is_word(words!("to")))
}

/// Returns true for verb phrases that mean saying: `released a statement`, `spoke out`.
pub(crate) fn gives_statement(tokens: &[Token], verb: usize) -> bool {
    let token = &tokens[verb];
    let next = verb + 1;
    let soon = |range: Range<usize>, words: &[u16]| {
        tokens.iter().skip(verb).take(range.end).skip(range.start).any(|token| words.contains(&token.word) && !token.is(shape::UPPER))
    };
    let puts = token.is_word(words!("put" | "puts")) && (word_at(tokens, next, words!("it")) || soon(2..8, &words!("at")));
    let strikes = token.is_word(words!("struck")) && soon(2..6, &words!("note" | "tone"));
    let plays_down = token.is_word(words!("played" | "plays" | "play")) && word_at(tokens, next, words!("down" | "up"));
    let gives = token.is_word(words!("released" | "issued" | "made" | "gave" | "issue" | "releases" | "issues" | "sounded"));
    let makes_light = token.is_word(words!("made" | "make" | "makes")) && word_at(tokens, next, words!("light"));
    let speaks = token.is_word(words!("spoke" | "speak" | "speaks" | "spoken"))
        && (word_at(tokens, next, words!("out" | "against")) || soon(1..8, &words!("of")));
    let believed = token.is_word(words!("is" | "are"))
        && word_at(tokens, next, words!("to"))
        && word_at(tokens, verb + 2, words!("be"))
        && word_at(tokens, verb + 3, words!("believed"));
    let object = || tokens.iter().skip(next).take(3).any(|token| token.is(class::ANNOUNCEMENT));
    makes_light || strikes || speaks || believed || puts || plays_down || (gives && object())
}

/// Returns true for `sets out`, said of a document.
pub(crate) fn sets_out(tokens: &[Token], verb: usize) -> bool {
    tokens[verb].is_word(words!("sets" | "set")) && word_at(tokens, verb + 1, words!("out"))
}

/// Returns true if the verb reports what somebody says or thinks: not `agreed to go`, `urged them to leave`, `leaders expected to attend`.
pub(crate) fn reports_speech(text: &str, tokens: &[Token], verb: usize, relative: bool) -> bool {
    let next = tokens.get(verb + 1);
    let next_is = |words: &[u16]| next.is_some_and(|next| words.contains(&next.word) && !next.is(shape::UPPER));
    let after = tokens.get(verb + 2);
    let said = tokens[verb].is_word(words!("said" | "reported" | "told"));
    let passive = after.is_some_and(|after| after.is(class::BE | class::HAVE));
    let said_to = said && !(next_is(&words!("to")) && passive);
    let dated =
        next_is(&words!("next" | "this" | "last")) && after.is_some_and(|after| after.is(class::PERIOD | class::WEEKDAY | class::MONTH));
    // `which one official described as risky`
    let describes = !relative && next_is(&words!("to" | "of" | "for" | "by" | "as" | "in")) || dated;
    if tokens[verb].is(class::PARTICIPLE) && describes && !said_to {
        return false;
    }
    let stem = |stem: &str| tokens[verb].span.of(text).starts_with(stem);
    let accuses = stem("question") && next.is_some_and(|next| next.is(class::DET) && !next.is(class::NUMBER));
    if accuses {
        return true;
    }
    let lives = stem("claim") && tokens.iter().skip(verb + 1).take(4).any(|token| token.is_word(words!("lives")));
    let acts = lives
        || (next_is(&words!("to")) && (stem("respond") || stem("threat")))
        || (next_is(&words!("on" | "for")) && stem("call"))
        || (next_is(&words!("its" | "their" | "his" | "her")) && (stem("announc") || stem("repeat")));
    if acts {
        return false;
    }
    let clause = next.is_none_or(|next| {
        next.is(class::PRONOUN | class::CONJ | shape::MARK | class::WEEKDAY)
            || next_is(&words!("how" | "why" | "no" | "on" | "today" | "with" | "against" | "caution" | "restraint" | "patience"))
    });
    let object = next_is(&words!("it" | "them" | "him" | "her" | "us" | "and" | "or"))
        || next.is_some_and(|next| next.is_mark(text, "-"))
        || (next_is(&words!("on")) && !tokens[verb].is(shape::ED));
    !tokens[verb].is(class::NEEDS_THAT) || (clause && !object)
}
