//! Reporting verbs: which uses of a verb report what somebody says.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, has, set, words};
use std::ops::Range;

/// How far behind its verb the `as` of `sees the plan as a threat` may stand.
const VIEWED_AS: usize = 7;

/// Returns true for `begun to` in `have begun to speculate`.
pub(crate) fn begins_to(tokens: &[Token], at: usize) -> bool {
    let begins = tokens[at].is(class::BEGINNING);
    begins && tokens.get(at + 1).is_some_and(|next| next.is_word(words!("to")))
}

/// Returns true for verb phrases that mean saying: `released a statement`, `spoke out`, `raised doubts`, `hit back`.
pub(crate) fn gives_statement(tokens: &[Token], verb: usize) -> bool {
    let token = &tokens[verb];
    let next = verb + 1;
    let soon = |range: Range<usize>, words: &[u16]| {
        tokens.iter().skip(verb).take(range.end).skip(range.start).any(|token| has(words, token.word) && !token.is(shape::UPPER))
    };
    // `as one diplomat put it.`, not `put it there`
    let closed = tokens.get(next + 1).is_none_or(|token| token.is(shape::MARK | shape::LY) || token.is_word(words!("this")));
    let puts = token.is_word(set::PUT) && ((closed && word_at(tokens, next, words!("it"))) || soon(2..8, &words!("at")));
    let strikes = token.is_word(set::STRUCK) && soon(2..6, &set::TONE);
    let plays_down = token.is_word(set::PLAY) && word_at(tokens, next, set::DOWN_OR_UP);
    let hits_back = token.is_word(set::HIT) && word_at(tokens, next, set::BACK_OR_OUT);
    let raises = token.is_word(set::RAISE) && soon(1..6, &set::SPEECH_ACT);
    let makes_light = token.is_word(set::MAKE) && word_at(tokens, next, set::LIGHT_OR_CLEAR);
    let speaks = token.is_word(set::SPEAK) && (word_at(tokens, next, set::OUT_OR_AGAINST) || soon(1..8, &words!("of")));
    let believed = token.is_word(words!("is" | "are"))
        && word_at(tokens, next, words!("to"))
        && word_at(tokens, verb + 2, words!("be"))
        && word_at(tokens, verb + 3, words!("believed"));
    makes_light || strikes || speaks || believed || puts || plays_down || hits_back || raises
}

/// Returns true for `sets out`, said of a document.
pub(crate) fn sets_out(tokens: &[Token], verb: usize) -> bool {
    tokens[verb].is_word(set::SET_OUT) && word_at(tokens, verb + 1, words!("out"))
}

/// Returns true if the verb reports what somebody says or thinks: not `agreed to go`, `urged them to leave`, `leaders expected to attend`.
pub(crate) fn reports_speech(text: &str, tokens: &[Token], verb: usize, relative: bool) -> bool {
    let next = tokens.get(verb + 1);
    let next_is = |words: &[u16]| next.is_some_and(|next| has(words, next.word) && !next.is(shape::UPPER));
    let after = tokens.get(verb + 2);
    let said = tokens[verb].is_word(set::SAID_OR_TOLD);
    let passive = after.is_some_and(|after| after.is(class::BE | class::HAVE));
    let said_to = said && !(next_is(&words!("to")) && passive);
    let dated = next_is(&set::NEXT) && after.is_some_and(|after| after.is(class::PERIOD | class::WEEKDAY | class::MONTH));
    // `which one official described as risky`
    let describes = !relative && next_is(&set::AFTER_PARTICIPLE) || dated;
    if tokens[verb].is(class::PARTICIPLE) && describes && !said_to {
        return false;
    }
    let verb_is = |verbs: &[u16]| has(verbs, tokens[verb].word) && !tokens[verb].is(shape::UPPER);
    let accuses = verb_is(&set::QUESTION) && next.is_some_and(|next| next.is(class::DET) && !next.is(class::NUMBER));
    if accuses {
        return true;
    }
    let lives = verb_is(&set::CLAIM) && tokens.iter().skip(verb + 1).take(4).any(|token| token.is_word(words!("lives")));
    let soon_as = || tokens.iter().skip(verb + 2).take(VIEWED_AS).any(|token| token.is_word(words!("as")));
    let clause =
        next.is_none_or(|next| next.is(class::PRONOUN | class::CONJ | shape::MARK | class::WEEKDAY) || next_is(&set::CLAUSE_OPENING));
    // `Some find it strange`
    let judges = verb_is(&set::JUDGE)
        && next_is(&set::OBJECT)
        && after.is_some_and(|after| after.is(shape::WORD) && !after.is(class::PREP | class::CONJ | class::ADVERB));
    // `His members felt betrayed`
    let feels = verb_is(&set::FEEL) && next.is_some_and(|next| next.is(shape::ED));
    let learns = clause && !next_is(&set::OBJECT) && !next_is(&words!("and" | "or"));
    let perceives = verb_is(&set::PERCEIVE) && !(soon_as() || judges || feels || learns);
    let acts = lives
        || perceives
        || (next_is(&words!("to")) && verb_is(&set::RESPOND_OR_THREATEN))
        || (verb_is(&set::POINT) && !next_is(&set::POINTED_AT))
        || (verb_is(&set::THINK_OF) && next_is(&words!("of")) && !soon_as())
        || (verb_is(&set::EXPECT) && next_is(&words!("to")))
        || (next_is(&set::OWN) && verb_is(&set::ANNOUNCE_OR_REPEAT))
        || (verb_is(&set::AGREE) && next_is(&set::AGREED))
        || (verb_is(&set::POST_ONLINE) && !(clause || next_is(&words!("on"))))
        || (verb_is(&set::CALL) && next.is_some_and(|next| next.is(shape::DIGITS) || next.is_word(set::CALLED_UP)));
    if acts {
        return false;
    }
    let object = next_is(&set::OBJECT)
        || next.is_some_and(|next| next.is_mark(text, "-"))
        || (next_is(&words!("on")) && !tokens[verb].is(shape::ED));
    judges || !tokens[verb].is(class::NEEDS_THAT) || (clause && !object)
}
