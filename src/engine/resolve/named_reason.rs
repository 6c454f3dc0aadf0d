//! Whether a source counts as named: its name stands with it, elsewhere in the article, or with the survey or report that it belongs to.

use crate::engine::grammar::relative_clause::name_kept_back;
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::engine::resolve::mentions::{Mention, Mentions};
use crate::engine::resolve::phrase_around::Phrase;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, class, set, words};

/// The number of all documents and reports: `the documents` may be the `papers` that the article has met.
pub(super) const REPORT: u32 = 0;

/// How near to the head of a report the name of its owner stands.
const OWNER: usize = 8;

/// How far behind the phrase the verb of thinking may stand.
const THOUGHT: usize = 4;

/// Returns a number for a noun, the same for singular and plural.
pub(super) fn head_number(text: &str, token: &Token) -> u32 {
    let word = token.span.of(text);
    let stem = word.strip_suffix("men").or(word.strip_suffix("man")).or(word.strip_suffix('s')).unwrap_or(word);
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(16_777_619);
    stem.bytes().fold(2_166_136_261, fold)
}

/// Returns why the phrase is no unnamed source: a name stands with it, or elsewhere in the article. Remembers the mention.
pub(super) fn named_reason(
    text: &str,
    tokens: &[Token],
    head: &Candidate,
    phrase: &Phrase,
    speaks: bool,
    mentions: &mut Mentions,
) -> Option<&'static str> {
    let last = &tokens[head.end - 1];
    let evidence = head.rule.kind == Kind::Reports;
    let number = if evidence { REPORT } else { head_number(text, last) };
    let plural = last.is(shape::PLURAL | shape::AGENTS);
    let here = if evidence { None } else { phrase.name(text, tokens, head) };
    let before = pointed_at(text, tokens, head, phrase, number, mentions);
    let named = here.is_some() || (evidence && is_owned(tokens, head)) || (last.is_word(set::FORCE) && head.rejected.is_some());
    if named && matches!(head.rule.kind, Kind::Role | Kind::Reports) {
        mentions.add(Mention::Named(number));
    } else if !named && head.rejected.is_none() && !tokens[phrase.start].reads(set::DEFINITE) && !tokens[phrase.start].is(class::NEGATOR) {
        mentions.add(if speaks || !plural { Mention::Unnamed(number) } else { Mention::Several(number) });
    }
    let known = is_told_by_owner(tokens, head, phrase) && mentions.contains(Mention::Named(number));
    let local = is_local_force(tokens, head, phrase) && mentions.contains(Mention::Place);
    // `Oster police: man held`
    let of_place = last.is_word(set::FORCE) && phrase.start + 1 < head.end && !tokens[phrase.start].is(class::MODIFIER | class::DET);
    let asked = speaks && answers_poll(tokens, head, phrase) && mentions.contains(Mention::Poll);
    let in_lead = !plural && (!evidence || last.is_word(set::STUDY)) && mentions.lead.contains(&number);
    let in_lead = in_lead || (mentions.lead_names_somebody && is_introduced(tokens, head, phrase));
    here.or(before)
        .or(known.then_some("the article named this person before"))
        .or(local.then_some("the force of a place that is told"))
        .or(((!mentions.only_headlines || of_place) && is_in_headline(tokens, head, phrase))
            .then_some("the article below the headline says who"))
        .or((asked || is_share(tokens, head, phrase)).then_some("respondents of a survey"))
        .or(in_lead.then_some("the article names this person at once"))
}

/// Returns why the phrase points back to somebody or something named, if it does. `the leaked files` need no mention before.
fn pointed_at(
    text: &str,
    tokens: &[Token],
    head: &Candidate,
    phrase: &Phrase,
    number: u32,
    mentions: &mut Mentions,
) -> Option<&'static str> {
    let secret = || tokens[phrase.start..head.end].iter().any(|token| token.is_word(set::SECRET));
    let back = head.rule.kind != Kind::Reports || (tokens[head.end - 1].is_word(set::KNOWN_PAPER) && !secret());
    (back && phrase.refers_back(text, tokens, head)).then(|| referent(tokens, head, number, mentions)).flatten()
}

/// Returns true for `her friend` behind `her friend Lena Huld`, and for `police` after `Oster police`.
fn is_told_by_owner(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    let last = &tokens[head.end - 1];
    let owner = || tokens[phrase.start..head.start].iter().any(|token| token.reads(set::POSSESSIVE) || token.reads(words!("'s")));
    let own = head.rule.kind != Kind::Reports && !last.is(shape::PLURAL | shape::AGENTS) && owner();
    own || (last.is_word(set::FORCE) && is_bare(tokens, head, phrase))
}

/// Returns true for `police` and `the police`.
fn is_local_force(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    is_bare(tokens, head, phrase) && phrase.end == head.end && tokens[head.end - 1].is_word(set::POLICE)
}

fn is_bare(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    phrase.start + 1 == head.end || (phrase.start + 2 == head.end && tokens[phrase.start].reads(words!("the")))
}

/// Returns true for `official` in `Port to close, says official`.
fn is_in_headline(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    head.rule.kind == Kind::Role
        && !tokens[head.end - 1].is(shape::PLURAL | shape::AGENTS)
        && tokens[phrase.start].is(shape::HEADLINE)
        && !withholds_name(&tokens[head.end..])
}

/// Returns true for `half of voters`.
fn is_share(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    tokens[phrase.start..head.start].windows(2).any(|pair| pair[0].reads(set::FRACTION) && pair[1].reads(words!("of")))
}

/// Returns true for `most Americans feel`: people who may be those that a survey asked.
fn answers_poll(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    let last = &tokens[head.end - 1];
    let asked = last.reads(set::NATION) || last.reads(set::POLITICAL_CAMP) || last.reads(set::POLLED);
    asked && tokens[phrase.end..].iter().take(THOUGHT).any(|token| token.is(class::THINK) || token.is_word(set::POLL_ANSWER))
}

/// Returns true for a report that a rule rejects because the text says whose it is: `a study by the University of Oster`.
fn is_owned(tokens: &[Token], head: &Candidate) -> bool {
    let near = &tokens[head.start.saturating_sub(2)..tokens.len().min(head.end + OWNER)];
    let name = |token: &Token| token.is(shape::CAPITAL) && !token.is(class::NOT_A_NAME | class::DET | class::PRONOUN);
    head.rejected.is_some() && near.iter().any(name)
}

/// Returns true for `by the University of Oster` and `published in the journal Tidewater`.
pub(super) fn is_by_name(tokens: &[Token], at: usize) -> bool {
    let near = &tokens[at..tokens.len().min(at + OWNER)];
    let owner = near.iter().position(|token| token.is_word(set::BEFORE_OWNER));
    owner.is_some_and(|owner| near[owner + 1..].iter().take(2).any(|token| token.is(shape::CAPITAL) && !token.is(class::NOT_A_NAME)))
}

/// Returns why `the lawmaker` points back to somebody named: one of that head, or anybody if the article has met none without a name.
fn referent(tokens: &[Token], head: &Candidate, number: u32, mentions: &mut Mentions) -> Option<&'static str> {
    let plural = tokens[head.end - 1].is(shape::PLURAL | shape::AGENTS);
    let met = plural && (mentions.contains(Mention::Unnamed(number)) || mentions.contains(Mention::Several(number)));
    if !met && mentions.contains(Mention::Named(number)) {
        return Some("the article named this person before");
    }
    let unnamed = mentions.contains(Mention::Unnamed(number)) || (plural && mentions.contains(Mention::Several(number)));
    if number == REPORT {
        return (!unnamed).then_some("one that the text has named");
    }
    let somebody = !tokens[head.end - 1].reads(set::STANDING_BODY) && !unnamed && mentions.contains(Mention::Somebody);
    somebody.then_some("it points back to somebody named")
}

/// Returns true if what follows a role says that the name is withheld: `a contractor, who declined to be named`.
pub(super) fn withholds_name(tail: &[Token]) -> bool {
    let clause = tail.iter().position(|token| token.reads(set::WITHHOLDING_CLAUSE));
    clause.is_some_and(|clause| name_kept_back(&tail[clause..]).is_some())
}

/// Returns true for `an activist`, whom the next sentence may name. A spokesman speaks for those whom it names.
fn is_introduced(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    let last = &tokens[head.end - 1];
    let one = tokens[phrase.start].reads(words!("a" | "an")) && !last.is(shape::PLURAL | shape::AGENTS);
    matches!(head.rule.kind, Kind::Role | Kind::Group)
        && one
        && !last.is_word(set::SPEAKS_FOR_OTHERS)
        && !withholds_name(&tokens[head.end..])
}
