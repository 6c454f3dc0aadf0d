//! Reporting verbs: which uses of a verb report what somebody says.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, has, set, words};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

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
const PHRASES: [(&[u16], Range<usize>, &[u16]); 64] = [
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
    (&set::PUT, 2..5, &set::BLUNTLY),
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
    (&set::GRUMBLED, 1..2, &set::ABOUT_OR_THAT),
    (&set::CRITICISED_AT, 1..2, &words!("at")),
    (&set::OWN_UP, 1..2, &words!("up")),
    (&set::RATE, 1..8, &words!("as")),
    (&set::IDENTIFY, 2..3, &words!("as")),
    (&set::IDENTIFY, 1..2, &words!("that")),
    (&set::SIGN, 2..9, &set::DEMANDING_IN_WRITING),
    (&set::REMEMBER, 1..2, &set::REMEMBERED),
    (&set::TEAR, 1..2, &words!("into")),
    (&set::MAKE, 1..8, &set::FAVOURITE),
    (&set::ALERT, 1..7, &words!("to" | "that")),
    (&set::EQUATE, 1..9, &words!("with" | "to")),
    (&set::PENCIL, 1..2, &words!("in")),
    (&set::DESPAIR, 1..2, &words!("of")),
    (&set::LAY, 1..6, &set::BLAME),
    (&set::POUR, 1..3, &set::COLD_WATER),
    (&set::SOUND, 1..4, &set::TONE_OF_WARNING),
    (&set::GIVE, 1..4, &set::ACCOUNT_OF_SPEECH),
    (&set::OFFER, 1..4, &set::ACCOUNT_OF_SPEECH),
    (&set::STICK, 1..4, &set::LINE),
    (&set::WRITE, 1..2, &words!("in" | "back")),
    (&set::CONTACTED, 2..9, &set::SAYING_WHY),
    (&set::BRANDED_IT, 3..4, &words!("a" | "an" | "as")),
    (&words!("wanted"), 2..3, &words!("know")),
    (&set::INFORM, 1..7, &words!("that")),
    (&set::VENT, 1..5, &set::VENTED),
];

/// Where in [`PHRASES`] the phrases of each verb are.
static PHRASES_OF: LazyLock<FxHashMap<u16, Vec<usize>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<u16, Vec<usize>> = FxHashMap::default();
    for (at, (verbs, _, _)) in PHRASES.iter().enumerate() {
        verbs.iter().for_each(|verb| phrases.entry(*verb).or_default().push(at));
    }
    phrases
});

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
    let phrases = PHRASES_OF.get(&token.word).filter(|_| !token.is(shape::UPPER));
    puts || goes_online || believed || phrases.is_some_and(|found| found.iter().any(|at| soon(&PHRASES[*at].1, PHRASES[*at].2)))
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
    let phones = token.is_word(words!("called" | "calls"))
        && tokens.get(verb + 1).is_some_and(|next| next.is(shape::UPPER))
        && near().take(5).take_while(|(_, token)| !token.is(class::DET | shape::MARK)).any(|(_, token)| token.is_word(words!("to")));
    // `tells the story of a hunter`
    let narrates = token.is_word(set::TELL)
        && tokens.get(verb + 1).is_some_and(|next| next.is(class::DET))
        && word_at(tokens, verb + 2, words!("story" | "tale" | "stories" | "tales"));
    let greets = token.is_word(set::SAY_OR_SAID) && near().take(2).any(|(_, token)| token.is_word(set::GOODBYE));
    let protests = token.is_word(set::PROTEST) && !word_at(tokens, verb + 1, words!("that"));
    let object = tokens.get(verb + 1).is_some_and(|next| next.reads(set::ARTICLE) || next.reads(set::POSSESSIVE));
    let writes = token.is_word(set::WRITE) && (object || word_at(tokens, verb + 1, words!("about")));
    let claims = tokens.get(verb + 1).is_none_or(|next| next.is(class::PRONOUN | class::CONJ | shape::MARK | shape::UPPER));
    let keeps = token.is_word(set::MAINTAIN) && (object || !claims);
    let feels = token.is_word(set::FEEL) && word_at(tokens, verb + 1, words!("no"));
    rejects || calls || phones || narrates || greets || protests || writes || keeps || feels
}

/// Returns true if the verb reports what somebody says or thinks: not `agreed to go`, `urged them to leave`, `leaders expected to attend`.
pub(crate) fn reports_speech(text: &str, tokens: &[Token], verb: usize, relative: bool) -> bool {
    let used = VerbInUse { text, tokens, at: verb };
    if is_act(tokens, verb) || used.is_participle(relative) {
        return false;
    }
    // `questioned the plan`
    let questions = used.is(&set::QUESTION) && used.next().is_some_and(|next| next.is(class::DET) && !next.is(class::NUMBER));
    let complete = || used.judges() || !tokens[verb].is(class::NEEDS_THAT) || (used.has_clause() && !used.has_object());
    questions || (!used.acts() && !used.perceives() && complete())
}

/// A verb and what stands behind it.
struct VerbInUse<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
}

impl VerbInUse<'_> {
    fn is(&self, verbs: &[u16]) -> bool {
        has(verbs, self.tokens[self.at].word) && !self.tokens[self.at].is(shape::UPPER)
    }

    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.at + 1)
    }

    fn after_next(&self) -> Option<&Token> {
        self.tokens.get(self.at + 2)
    }

    fn next_is(&self, words: &[u16]) -> bool {
        self.next().is_some_and(|next| has(words, next.word) && !next.is(shape::UPPER))
    }

    /// True if one of the words behind the next one is this word.
    fn soon<const COUNT: usize>(&self, word: [u16; COUNT]) -> bool {
        self.tokens.iter().skip(self.at + 2).take(VIEWED_AS).any(|token| token.is_word(word))
    }

    /// True for a participle that describes the noun before it: `residents told to leave`, `people called on Monday`. After `which one
    /// official` it does not: `described as risky`.
    fn is_participle(&self, relative: bool) -> bool {
        let token = &self.tokens[self.at];
        let dated =
            self.next_is(&set::NEXT) && self.after_next().is_some_and(|after| after.is(class::PERIOD | class::WEEKDAY | class::MONTH));
        let describes = (!relative && self.next_is(&set::AFTER_PARTICIPLE)) || dated;
        // `residents told to leave`
        let passive = self.after_next().is_some_and(|after| after.is(class::BE | class::HAVE)) || token.is_word(words!("told"));
        let says = token.is_word(set::SAID_OR_TOLD) && !(self.next_is(&words!("to")) && passive);
        // `have called for calm`, `called for calm`
        let before = &self.tokens[self.at.saturating_sub(2)..self.at];
        let perfect = before.iter().any(|token| token.is(class::HAVE)) && !before.iter().any(|token| token.is(class::BE));
        let calls_for = token.is_word(set::CALL) && self.next_is(&words!("for"));
        token.is(class::PARTICIPLE) && describes && !(says || calls_for || perfect)
    }

    /// True if a clause may begin behind the verb.
    fn has_clause(&self) -> bool {
        let opens =
            |next: &Token| next.is(class::PRONOUN | class::CONJ | shape::MARK | class::WEEKDAY) || self.next_is(&set::CLAUSE_OPENING);
        self.next().is_none_or(opens)
    }

    fn has_object(&self) -> bool {
        self.next_is(&set::OBJECT)
            || self.next().is_some_and(|next| next.is_mark(self.text, "-"))
            || (self.next_is(&words!("on")) && !self.tokens[self.at].is(shape::ED))
    }

    /// True for `Some find it strange`.
    fn judges(&self) -> bool {
        let opinion = |after: &Token| after.is(shape::WORD) && !after.is(class::PREP | class::CONJ | class::ADVERB);
        self.is(&set::JUDGE) && self.next_is(&set::OBJECT) && self.after_next().is_some_and(opinion)
    }

    /// True for `saw the fire`, where nothing says what somebody thinks of it.
    fn perceives(&self) -> bool {
        // `His members felt betrayed`
        let feels = self.is(&set::FEEL) && self.next().is_some_and(|next| next.is(shape::ED));
        let learns = self.has_clause() && !self.next_is(&set::OBJECT) && !self.next_is(&words!("and" | "or"));
        self.is(&set::PERCEIVE) && !(self.soon(words!("as")) || self.judges() || feels || learns)
    }

    /// True where a verb of saying is something else: `claimed nine lives`, `added sugar`, `agreed to go`.
    fn acts(&self) -> bool {
        let next = self.next();
        let lives = || self.tokens.iter().skip(self.at + 1).take(4).any(|token| token.is_word(set::CLAIMED_THING));
        // `48 staff dismissed.`: the verb has no object.
        let ends = || next.is_none_or(|next| next.is_mark(self.text, ".") || next.is_mark(self.text, ","));
        let adds = || next.is_some_and(|next| self.next_is(&words!("to")) || (next.is(shape::WORD) && !next.is(CLAUSE_START)));
        let called = || next.is_some_and(|next| next.is(shape::DIGITS) || next.is_word(set::CALLED_UP));
        let reports_to = || self.next_is(&words!("for")) || (self.next_is(&words!("to")) && !self.soon(words!("that")));
        (self.is(&set::CLAIM) && lives())
            || (self.is(&set::WITH_OBJECT) && ends())
            || (self.is(&set::RESPOND_OR_THREATEN) && self.next_is(&set::TO_OR_WITH))
            || (self.is(&set::REPORT_FOR) && reports_to())
            || (self.is(&set::ADD) && adds())
            || (self.is(&set::POINT) && !self.next_is(&set::POINTED_AT))
            || (self.is(&set::THINK_OF) && self.next_is(&words!("of")) && !self.soon(words!("as")))
            || (self.is(&set::EXPECT) && self.next_is(&words!("to")))
            || (self.is(&set::ANNOUNCE_OR_REPEAT) && self.next_is(&set::OWN))
            || (self.is(&set::AGREE) && self.next_is(&set::AGREED))
            || (self.is(&set::POST_ONLINE) && !(self.has_clause() || self.next_is(&words!("on"))))
            || (self.is(&set::CALL) && called())
    }
}
