//! Who can speak: pronouns of people and bodies, names, and the phrases that rules know as sources.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
use std::ops::Range;

/// Returns the source that holds the phrase: `A study published last year` for `last year`.
pub(crate) fn whole_source(who: &Range<usize>, sources: &[Range<usize>]) -> Range<usize> {
    sources.iter().find(|source| source.start <= who.start && who.end <= source.end).unwrap_or(who).clone()
}

/// Returns true for pronouns of people and bodies, names, and the phrases that rules know as sources.
pub(crate) fn can_speak(tokens: &[Token], who: &Range<usize>, sources: &[Range<usize>]) -> bool {
    let phrase = &tokens[who.clone()];
    let first = &phrase[0];
    let given_name = first.reads(set::NAME_OR_WORD) && phrase.get(1).is_some_and(|second| second.is(shape::UPPER));
    // `according to So`
    let named_so = phrase.len() == 1 && first.is(shape::CAPITAL) && who.start > 1 && tokens[who.start - 2].reads(words!("according"));
    if named_so {
        return true;
    }
    if first.is(class::PREP | class::ADVERB | class::CONJ) && !first.is(class::DET | class::PRONOUN) && !given_name {
        return false;
    }
    // `Out` in `Keep It Out` is a part of a name.
    let part = phrase.len() == 1 && who.start > 1 && tokens[who.start - 1].is(class::PRONOUN) && tokens[who.start - 1].is(shape::CAPITAL);
    if part && first.is(shape::UPPER) && !tokens[who.start - 1].is(shape::INITIAL) {
        return false;
    }
    if is_act_on_somebody(tokens.get(who.start.wrapping_sub(1)), phrase)
        || begins_no_speaker(phrase)
        || (phrase.len() == 1 && first.reads(set::NO_SPEAKER))
        || head(phrase).reads(set::SILENT_LAW)
    {
        return false;
    }
    let pronoun = phrase.len() == 1 && phrase[0].reads(set::SPEAKING_PRONOUN);
    let source = sources.iter().any(|source| source.start < who.end && who.start < source.end);
    // The ledger knows whether `Fell` in `Fell said` is a name.
    let word = phrase.len() == 1 && phrase[0].is(shape::UPPER) && is_known(phrase[0].word) && !phrase[0].is(class::NOT_A_NAME | class::DET);
    // The ledger knows whose office `the president` is.
    let office = phrase.len() == 2
        && phrase[0].reads(words!("the"))
        && (phrase[1].is(class::TITLE | class::OFFICE) || phrase[1].reads(set::BODY_THAT_SPEAKS));
    pronoun
        || source
        || word
        || office
        || is_definite_document(phrase)
        || (is_named(phrase) && has_name_behind(phrase))
        || (is_named(phrase) && !(phrase.len() == 1 && phrase[0].is(shape::ING)) && has_head_that_speaks(phrase))
}

/// Returns true for `according`, a cause, and the participle of `Based in Oster, the firm said`.
fn begins_no_speaker(phrase: &[Token]) -> bool {
    let first = &phrase[0];
    let participle = first.is(shape::INITIAL) && first.is(shape::ED) && phrase.get(1).is_some_and(|second| second.is(class::PREP));
    let verbal = first.is(class::CAUSE) && !first.is(shape::UPPER);
    first.reads(words!("according" | "including")) || participle || verbal
}

/// Returns true for `assaulting Mr Quill` behind `admitted` and for `Mr Quill of making`: what somebody does or did to a person.
fn is_act_on_somebody(before: Option<&Token>, phrase: &[Token]) -> bool {
    let does = |token: &Token| token.is(shape::ING) && !token.is(shape::UPPER | class::MODIFIER) && !token.is_word(set::IN_OFFICE);
    let told = before.is_some_and(|before| before.is(class::SAY));
    let doing = told && does(&phrase[0]) && phrase.get(1).is_some_and(|second| second.is(shape::UPPER));
    let charged = before.is_some_and(|before| before.is_word(set::CHARGED_WITH_OF));
    let accused = match phrase {
        [.., name, of, act] => (charged || name.is(shape::UPPER)) && of.is_word(words!("of" | "for")) && does(act),
        _ => false,
    };
    doing || accused
}

/// Returns true for `the study` and `the latest report`, which the article has told of before.
fn is_definite_document(phrase: &[Token]) -> bool {
    let definite = phrase.len() <= 3 && phrase[0].reads(words!("the" | "this"));
    definite && phrase.len() > 1 && is_document(&phrase[phrase.len() - 1]) && !phrase[phrase.len() - 1].is(shape::PLURAL)
}

/// Returns true for `the head of the team, Lena Huld`.
fn has_name_behind(phrase: &[Token]) -> bool {
    let comma = phrase.iter().rposition(|token| token.is(shape::MARK) && token.byte == b',');
    comma.is_some_and(|comma| phrase[comma + 1..].iter().all(|token| token.is(shape::UPPER)) && is_person(&phrase[comma + 1..]))
}

/// Returns the head of a phrase: `head` in `the head of the port`.
pub(crate) fn head(phrase: &[Token]) -> &Token {
    // `Ms. Huld's sanity`
    let owned = phrase.iter().any(|token| token.reads(words!("'s")));
    let short = |at: usize| owned && phrase[at].byte == b'.' && phrase[at - 1].is(class::TITLE | class::ABBREVIATION);
    let mark = |at: usize| phrase[at].is(shape::MARK) && (phrase[at].byte != b'-' || phrase[at].is(shape::SPACED)) && !short(at);
    let tail = (1..phrase.len()).find(|at| phrase[*at].is(class::PREP) || mark(*at));
    &phrase[tail.map_or(phrase.len() - 1, |tail| tail - 1)]
}

/// Returns true for a name or a body as the head: not `Willoughby's fortune`, not `its 1986 annual`.
fn has_head_that_speaks(phrase: &[Token]) -> bool {
    // `Ban Ki-moon`
    let hyphenated = |tail: &[Token]| tail[0].is(shape::UPPER) && tail[1].byte == b'-' && !tail[1].is(shape::SPACED | shape::WORD);
    let given = phrase.len() > 3 && phrase[phrase.len() - 4].is(shape::UPPER);
    if given && hyphenated(&phrase[phrase.len() - 3..]) && !phrase[phrase.len() - 1].is(shape::ED | class::TITLE) {
        return true;
    }
    // `a NASA statement`
    let name = |token: &Token| token.is(shape::CAPITAL) && (!is_known(token.word) || token.is(class::OUTLET));
    if phrase.len() > 1
        && is_document(&phrase[phrase.len() - 1])
        && phrase.iter().any(name)
        && !phrase.iter().any(|token| token.reads(words!("'s")))
    {
        return true;
    }
    // `the city of Oster`
    let place = head(phrase).reads(set::BODY_OF_PLACE) && phrase.iter().any(|token| token.is_word(words!("of")));
    if place && phrase.last().is_some_and(|last| last.is(shape::CAPITAL)) {
        return true;
    }
    head(phrase).is(shape::UPPER | class::INSTITUTION | class::OFFICE | class::TITLE | class::OUTLET)
}

/// Returns true for a report, a study or a statement.
pub(crate) fn is_document(token: &Token) -> bool {
    token.is(class::EVIDENCE) || token.reads(words!("statement" | "statements"))
}

/// Returns true if the phrase names somebody who speaks: not `Democrats`, not `the Oster lawmaker`.
pub(crate) fn is_named_speaker(phrase: &[Token]) -> bool {
    let group = |token: &Token| token.reads(set::NATION) || token.reads(set::POLITICAL_CAMP) || token.reads(set::ONE_OF_NATION);
    let head = head(phrase);
    // `the company` and `the Oster mayor` point back to a name; they are none.
    let office = head.is(class::TITLE) && !head.is(shape::UPPER) && !is_person(phrase);
    let vague = phrase.len() == 2 && !phrase.iter().skip(1).any(|token| token.is(shape::UPPER));
    is_named(phrase) && (has_head_that_speaks(phrase) || is_person(phrase)) && !group(head) && !office && !vague
}

/// Returns true if the phrase carries a name: a capital that is not only the start of the sentence.
pub(crate) fn is_named(phrase: &[Token]) -> bool {
    let not_one = class::PRONOUN | class::DET | class::WEEKDAY | class::MONTH | class::ADVERB | class::PREP;
    let name = |token: &Token| token.is(shape::CAPITAL) && !token.is(not_one);
    let known = |token: &Token| token.is(class::OUTLET) || token.reads(set::BODY_IN_ONE_WORD);
    let opening = |token: &Token| token.is(shape::UPPER) && (!is_known(token.word) || known(token));
    // `The defence ministry` is an organisation that the article identifies.
    let definite = phrase.first().is_some_and(|first| first.is(class::DET) && !first.is(class::NUMBER));
    let institution = definite && phrase.last().is_some_and(|last| last.is(class::INSTITUTION));
    phrase.iter().any(name) || phrase.first().is_some_and(opening) || institution
}

/// Returns true if the name of a person stands among the tokens: a title and a name, or two names that are no words of the lexicon.
pub(crate) fn is_person(tokens: &[Token]) -> bool {
    let name = |token: &Token| token.is(shape::CAPITAL) && !is_known(token.word);
    // `Lena Huld left`: the first word of a sentence, if the lexicon does not know it.
    let first =
        |token: &Token| token.is(shape::INITIAL) && !is_known(token.word) && !token.is(shape::ING | shape::ED | shape::LY | shape::PLURAL);
    let given = |token: &Token| token.is(shape::UPPER) && token.reads(set::GIVEN_NAME);
    tokens.windows(2).any(|pair| (name(&pair[0]) || pair[0].is(class::TITLE) || first(&pair[0]) || given(&pair[0])) && name(&pair[1]))
}

/// How many words may stand before the name at the start of a sentence: `West German economist Lena Huld`.
const BEFORE_NAME: usize = 5;

/// Returns true for a sentence that begins with somebody's name and tells who that is: `Lena Huld, who was fined,`, `Lena Huld, 58,`,
/// `Its head Lena Huld told the paper`. Not for another person: `Lena Huld, the mayor,`, `Health Minister Lena Huld said`.
pub(crate) fn opens_with_person(text: &str, tokens: &[Token]) -> bool {
    let words =
        tokens.iter().take(BEFORE_NAME + 2).take_while(|token| token.is(shape::WORD) && !token.is(class::PREP | class::BE | class::SAY));
    let words = words.count();
    let Some(name) = (0..words.saturating_sub(1)).find(|at| is_person(&tokens[*at..at + 2])) else { return false };
    let part = |token: &Token| token.is(shape::UPPER) || token.is_mark(text, "-") || (token.is(shape::WORD) && !token.is(shape::SPACED));
    let end = name + tokens[name..].iter().take_while(|token| part(token)).count();
    let titled = tokens[..end].iter().any(|token| token.is(class::TITLE) && token.is(shape::UPPER));
    let own = tokens[0].reads(set::POSSESSIVE) && name > 0 && tokens.get(end).is_some_and(|next| next.is(class::SAY));
    let described = tokens.get(end).is_some_and(|next| next.is_mark(text, ","))
        && tokens.get(end + 1).is_some_and(|next| next.is(shape::DIGITS) || next.is_word(words!("who" | "whose")));
    !titled && (own || described)
}
