//! Reporting verbs: which uses of a verb report what somebody says.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, has, set, words};
use std::ops::Range;

/// How far behind its verb the `as` of `sees the plan as a threat` may stand.
const VIEWED_AS: usize = 7;

/// What may follow `added` where it reports speech: not `added sugar`.
const CLAUSE_START: u64 = class::DET
    | class::PRONOUN
    | class::CONJ
    | class::PREP
    | class::ADVERB
    | class::NEGATOR
    | class::WEEKDAY
    | class::MODIFIER
    | class::NUMBER
    | shape::UPPER
    | shape::PLURAL
    | shape::LY;

/// Returns true for `begun to` in `have begun to speculate`.
pub(crate) fn begins_to(tokens: &[Token], at: usize) -> bool {
    let begins = tokens[at].is(class::BEGINNING);
    begins && tokens.get(at + 1).is_some_and(|next| next.is_word(words!("to")))
}

/// Verb phrases that mean saying: a verb, from and before which word behind it to look, and a word of the phrase.
const PHRASES: [(&[u16], Range<usize>, &[u16]); 37] = [
    (&set::STRUCK, 2..6, &set::TONE),
    (&set::PLAY, 1..2, &set::DOWN_OR_UP),
    (&set::HIT, 1..2, &set::BACK_OR_OUT),
    (&set::CHIME, 1..2, &words!("in")),
    (&set::RAISE, 1..6, &set::SPEECH_ACT),
    (&set::VOICE, 1..6, &set::MOOD),
    (&set::BRUSH, 1..2, &set::OFF_OR_ASIDE),
    (&set::TAKE_OR_CRY, 1..2, &set::ISSUE_OR_AIM),
    (&set::PAINT, 1..6, &set::PICTURE),
    (&set::COMPARE, 1..8, &words!("to")),
    (&set::REMEMBER, 1..5, &words!("as")),
    (&set::MAKE, 1..3, &set::LIGHT_OR_CLEAR),
    (&set::SPEAK, 1..2, &set::OUT_OR_AGAINST),
    (&set::SPEAK, 1..8, &words!("of")),
    (&set::PUT, 2..8, &words!("at")),
    (&set::OBJECT_TO, 1..2, &set::OBJECTED),
    (&set::PAY, 1..4, &set::TRIBUTE),
    (&set::HEAP, 1..5, &set::PRAISE_OR_BLAME),
    (&set::HARBOUR, 1..4, &set::MISGIVINGS),
    (&set::HARBOUR, 3..5, &words!("say")),
    (&set::TAKE, 1..4, &set::VIEW),
    (&set::SHARE, 1..4, &set::SHARING),
    (&set::COME, 2..3, &words!("against")),
    (&set::FIND, 1..2, &set::FAULT),
    (&set::TALK, 1..2, &set::OF_OR_DOWN),
    (&set::POINT, 1..4, &set::FINGER),
    (&set::LET, 1..5, &set::SLIP),
    (&set::SOUNDING, 1..4, &set::TONE_OF_WARNING),
    (&set::DEMANDING, 1..6, &set::DEMANDED),
    (&set::FIRE_BACK, 2..3, &words!("that" | "with" | "saying")),
    (&set::GIVE, 1..7, &set::GIVEN),
    (&set::GO, 2..4, &set::RECORD),
    (&set::PUSH, 1..2, &words!("for")),
    (&set::REFER, 3..9, &words!("as")),
    (&set::SINGLE, 1..6, &set::OUT_OR_UP),
    (&words!("charge"), 1..9, &words!("that" | "with")),
    (&words!("charged"), 1..2, &words!("that")),
];

/// Returns true for verb phrases that mean saying: `released a statement`, `spoke out`, `raised doubts`, `hit back`.
pub(crate) fn gives_statement(tokens: &[Token], verb: usize) -> bool {
    let token = &tokens[verb];
    let next = verb + 1;
    let lower = |token: &Token, words: &[u16]| has(words, token.word) && !token.is(shape::UPPER);
    let soon =
        |range: &Range<usize>, words: &[u16]| tokens.iter().skip(verb).take(range.end).skip(range.start).any(|token| lower(token, words));
    // `as one diplomat put it.`, not `put it there`
    let closed = || tokens.get(next + 1).is_none_or(|token| token.is(shape::MARK | shape::LY) || token.is_word(words!("this")));
    // `put the fall down to taxes`
    let down_to = || (verb + 2..verb + 8).any(|at| word_at(tokens, at, words!("down")) && word_at(tokens, at + 1, words!("to")));
    let puts = token.is_word(set::PUT) && ((word_at(tokens, next, words!("it")) && closed()) || down_to());
    let goes_online = token.is_word(set::TAKE)
        && word_at(tokens, next, words!("to"))
        && tokens.iter().skip(verb + 2).take(2).any(|token| token.reads(set::ONLINE_PLACE));
    let believed = token.is_word(words!("is" | "are"))
        && word_at(tokens, next, words!("to"))
        && word_at(tokens, verb + 2, words!("be"))
        && word_at(tokens, verb + 3, words!("believed"));
    puts || goes_online || believed || PHRASES.iter().any(|(verbs, range, words)| lower(token, verbs) && soon(range, words))
}

/// Returns how many tokens `went on`, `came forward`, `at pains` and `so far as` take before `to` and a verb of saying.
pub(crate) fn goes_on_to(tokens: &[Token], at: usize) -> Option<usize> {
    let goes = tokens[at].is_word(set::GO_OR_COME);
    let on =
        (goes && word_at(tokens, at + 1, set::ON_OR_FORWARD)) || (tokens[at].is_word(words!("at")) && word_at(tokens, at + 1, set::PAINS));
    let far = goes && word_at(tokens, at + 2, set::FAR) && word_at(tokens, at + 3, words!("as"));
    let words = if far { 4 } else { 2 };
    ((on || far) && word_at(tokens, at + words, words!("to"))).then_some(words)
}

/// Returns true for what documents do: `sets out`, `refutes the claim`, `raised the possibility that`.
pub(crate) fn bears_out(tokens: &[Token], verb: usize) -> bool {
    let sets_out = tokens[verb].is_word(set::SET_OUT) && word_at(tokens, verb + 1, words!("out"));
    let raises = || {
        tokens[verb].is_word(set::RAISE)
            && !word_at(tokens, verb + 1, words!("by"))
            && tokens.iter().skip(verb + 1).take(5).any(|token| token.is_word(set::SPEECH_ACT) || token.is_word(words!("possibility")))
    };
    sets_out || tokens[verb].is_word(set::BEAR_OUT) || raises()
}

/// Returns true for verbs of saying that are acts here: `rejected the bid`, `called an ambulance`, `said goodbye`,
/// `protested against`, `wrote the name`.
fn is_act(tokens: &[Token], verb: usize) -> bool {
    let near = || tokens.iter().enumerate().skip(verb + 1);
    let token = &tokens[verb];
    let ends = |at: usize| {
        tokens.get(at).is_none_or(|next| next.is(class::PREP | class::CONJ | class::WEEKDAY) || matches!(next.byte, b'.' | b',' | b';'))
    };
    let rejects = token.is_word(set::REJECT) && near().take(4).any(|(_, token)| token.is_word(set::BID));
    let calls = token.is_word(set::CALL) && near().take(3).any(|(at, token)| token.is_word(set::AMBULANCE) && ends(at + 1));
    let greets = token.is_word(set::SAY_OR_SAID) && near().take(2).any(|(_, token)| token.is_word(set::GOODBYE));
    let protests = token.is_word(set::PROTEST) && !word_at(tokens, verb + 1, words!("that"));
    let object = tokens.get(verb + 1).is_some_and(|next| next.reads(set::ARTICLE) || next.reads(set::POSSESSIVE));
    let writes = token.is_word(set::WRITE) && (object || word_at(tokens, verb + 1, words!("about")));
    let claims = tokens.get(verb + 1).is_none_or(|next| next.is(class::PRONOUN | class::CONJ | shape::MARK | shape::UPPER));
    let keeps = token.is_word(set::MAINTAIN) && (object || !claims);
    let feels = token.is_word(set::FEEL) && word_at(tokens, verb + 1, words!("no"));
    rejects || calls || greets || protests || writes || keeps || feels
}

/// Returns true if the verb reports what somebody says or thinks: not `agreed to go`, `urged them to leave`, `leaders expected to attend`.
pub(crate) fn reports_speech(text: &str, tokens: &[Token], verb: usize, relative: bool) -> bool {
    let next = tokens.get(verb + 1);
    let next_is = |words: &[u16]| next.is_some_and(|next| has(words, next.word) && !next.is(shape::UPPER));
    let after = tokens.get(verb + 2);
    if is_act(tokens, verb) {
        return false;
    }
    let said = tokens[verb].is_word(set::SAID_OR_TOLD);
    // `have called for calm`, `called for calm`
    let before = &tokens[verb.saturating_sub(2)..verb];
    let perfect = before.iter().any(|token| token.is(class::HAVE)) && !before.iter().any(|token| token.is(class::BE));
    let calls_for = tokens[verb].is_word(set::CALL) && next_is(&words!("for"));
    let passive = after.is_some_and(|after| after.is(class::BE | class::HAVE));
    // `residents told to leave`
    let said_to = said && !(next_is(&words!("to")) && (passive || tokens[verb].is_word(words!("told"))));
    let dated = next_is(&set::NEXT) && after.is_some_and(|after| after.is(class::PERIOD | class::WEEKDAY | class::MONTH));
    // `which one official described as risky`
    let describes = !relative && next_is(&set::AFTER_PARTICIPLE) || dated;
    if tokens[verb].is(class::PARTICIPLE) && describes && !(said_to || calls_for || perfect) {
        return false;
    }
    let verb_is = |verbs: &[u16]| has(verbs, tokens[verb].word) && !tokens[verb].is(shape::UPPER);
    let accuses = verb_is(&set::QUESTION) && next.is_some_and(|next| next.is(class::DET) && !next.is(class::NUMBER));
    if accuses {
        return true;
    }
    let lives = verb_is(&set::CLAIM) && tokens.iter().skip(verb + 1).take(4).any(|token| token.is_word(set::CLAIMED_THING));
    let soon_as = || tokens.iter().skip(verb + 2).take(VIEWED_AS).any(|token| token.is_word(words!("as")));
    let soon_that = || tokens.iter().skip(verb + 2).take(VIEWED_AS).any(|token| token.is_word(words!("that")));
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
    // `48 staff dismissed.`: the verb has no object.
    let dropped = verb_is(&set::WITH_OBJECT) && next.is_none_or(|next| next.is_mark(text, ".") || next.is_mark(text, ","));
    let acts = lives
        || dropped
        || perceives
        || (next_is(&set::TO_OR_WITH) && verb_is(&set::RESPOND_OR_THREATEN))
        || (verb_is(&set::REPORT_FOR) && (next_is(&words!("for")) || (next_is(&words!("to")) && !soon_that())))
        || (verb_is(&set::ADD) && next.is_some_and(|next| next_is(&words!("to")) || (next.is(shape::WORD) && !next.is(CLAUSE_START))))
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
