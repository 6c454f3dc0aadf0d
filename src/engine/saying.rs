//! Verbs: which of their uses report what somebody says.

use super::token::Token;
use crate::lexicon::class;
use crate::lexicon::op::shape;

/// `have begun to speculate`.
pub(crate) fn begins_to(text: &str, tokens: &[Token], at: usize) -> bool {
    let begins = tokens[at].is(class::BEGINNING);
    begins && tokens.get(at + 1).is_some_and(|next| next.span.of(text) == "to")
}

/// `released a statement`, `spoke out`.
pub(crate) fn gives_statement(text: &str, tokens: &[Token], verb: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let puts = matches!(word(verb), "put" | "puts") && (word(verb + 1) == "it" || (verb + 2..verb + 8).any(|at| word(at) == "at"));
    let strikes = word(verb) == "struck" && (verb + 2..verb + 6).any(|at| matches!(word(at), "note" | "tone"));
    let plays_down = matches!(word(verb), "played" | "plays" | "play") && matches!(word(verb + 1), "down" | "up");
    let gives = matches!(word(verb), "released" | "issued" | "made" | "gave" | "issue" | "releases" | "issues" | "sounded");
    let makes_light = matches!(word(verb), "made" | "make" | "makes") && word(verb + 1) == "light";
    let of = || (verb + 1..verb + 8).any(|at| word(at) == "of");
    let speaks = matches!(word(verb), "spoke" | "speak" | "speaks" | "spoken") && (matches!(word(verb + 1), "out" | "against") || of());
    let believed = matches!(word(verb), "is" | "are") && (word(verb + 1), word(verb + 2), word(verb + 3)) == ("to", "be", "believed");
    let object = || tokens.iter().skip(verb + 1).take(3).any(|token| token.is(class::ANNOUNCEMENT));
    makes_light || strikes || speaks || believed || puts || plays_down || (gives && object())
}

/// `sets out a plan`, of a document.
pub(crate) fn sets_out(text: &str, tokens: &[Token], verb: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    matches!(word(verb), "sets" | "set") && word(verb + 1) == "out"
}

/// Whether the verb tells what somebody says or thinks: not `agreed to go`, `urged them to leave`, `leaders expected to attend`.
pub(crate) fn reports_speech(text: &str, tokens: &[Token], verb: usize, relative: bool) -> bool {
    let next = tokens.get(verb + 1);
    let word = next.map_or("", |token| token.span.of(text));
    let after = tokens.get(verb + 2);
    let said = matches!(tokens[verb].span.of(text), "said" | "reported" | "told");
    let passive = after.is_some_and(|after| after.is(class::BE | class::HAVE));
    let said_to = said && !(word == "to" && passive);
    let dated =
        matches!(word, "next" | "this" | "last") && after.is_some_and(|after| after.is(class::PERIOD | class::WEEKDAY | class::MONTH));
    // `which one official described as risky`
    let describes = !relative && matches!(word, "to" | "of" | "for" | "by" | "as" | "in") || dated;
    if tokens[verb].is(class::PARTICIPLE) && describes && !said_to {
        return false;
    }
    let stem = |stem: &str| tokens[verb].span.of(text).starts_with(stem);
    let accuses = stem("question") && next.is_some_and(|next| next.is(class::DET) && !next.is(class::NUMBER));
    if accuses {
        return true;
    }
    let lives = stem("claim") && tokens.iter().skip(verb + 1).take(4).any(|token| token.span.of(text) == "lives");
    let acts = lives
        || (word == "to" && (stem("respond") || stem("threat")))
        || (matches!(word, "on" | "for") && stem("call"))
        || (matches!(word, "its" | "their" | "his" | "her") && (stem("announc") || stem("repeat")));
    if acts {
        return false;
    }
    let clause = next.is_none_or(|next| {
        next.is(class::PRONOUN | class::CONJ | shape::MARK | class::WEEKDAY)
            || matches!(word, "how" | "why" | "no" | "on" | "today" | "with" | "against" | "caution" | "restraint" | "patience")
    });
    let object = matches!(word, "it" | "them" | "him" | "her" | "us" | "and" | "or" | "-") || (word == "on" && !tokens[verb].is(shape::ED));
    !tokens[verb].is(class::NEEDS_THAT) || (clause && !object)
}
