//! Judges candidates for unnamed sources: extends a head to its noun phrase and checks whether the phrase speaks and whether the article
//! names the person. This is the only step that remembers something from one sentence to the next.

use crate::engine::grammar::names;
use crate::engine::grammar::noun_phrase::{is_quote, left_edge, partitive};
use crate::engine::grammar::noun_phrase_end::right_edge;
use crate::engine::grammar::source_role::{speaks, speaks_in_clause};
use crate::engine::grammar::unlisted_speaker::{Speaker, speakers};
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::engine::resolve::mentions::{Mention, Mentions, tells_place};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, RULES, Rule, class, has, set, words};
use std::borrow::Cow;
use std::sync::Arc;

/// Returns a number for a noun, the same for singular and plural.
fn head_number(text: &str, token: &Token) -> u32 {
    let word = token.span.of(text);
    let stem = word.strip_suffix("men").or(word.strip_suffix("man")).or(word.strip_suffix('s')).unwrap_or(word);
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(16_777_619);
    stem.bytes().fold(2_166_136_261, fold)
}

/// Adds the speakers whose heads no rule for sources knows, as heads of roles and groups.
pub(crate) fn add_unlisted(text: &str, tokens: &[Token], found: &mut Vec<Candidate>) {
    for Speaker { head, group } in speakers(text, tokens) {
        let known = found.iter().any(|other| other.rule.noun && (other.start..other.end).contains(&head));
        let rule = RULES.iter().enumerate().find(|(_, rule)| rule.id == if group { "people-by-part" } else { "somebody-by-part" });
        if let Some((number, rule)) = rule.filter(|_| !known) {
            found.push(Candidate { start: head, end: head + 1, rule: Arc::clone(rule), rank: 1 + number, cues: 1, rejected: None });
        }
    }
}

/// Turns the heads of source phrases into whole phrases, and drops those that do not speak.
pub(crate) fn judge(text: &str, tokens: &[Token], found: Vec<Candidate>, mentions: &mut Mentions) -> Vec<Candidate> {
    if is_poll(tokens) {
        mentions.add(Mention::Poll);
    }
    if tells_place(tokens) {
        mentions.add(Mention::Place);
    }
    // A rule that knows the head better has rejected it.
    let refused: Vec<usize> = found.iter().filter(|other| other.rule.noun && other.rejected.is_some()).map(|other| other.end).collect();
    let found = found
        .into_iter()
        .filter(|other| !(other.rule.id.ends_with("-by-part") && other.rejected.is_none() && refused.contains(&other.end)));
    let judged =
        |candidate: Candidate| if candidate.rule.noun { source_phrase(text, tokens, candidate, mentions) } else { Some(candidate) };
    found.filter_map(judged).collect()
}

/// Returns the heads of roles and reports that the lexicon finds in a sentence and that carry a name there.
pub(crate) fn named_in<'a>(text: &'a str, tokens: &'a [Token], found: &'a [Candidate]) -> impl Iterator<Item = u32> {
    let nouns = found.iter().filter(|candidate| candidate.rank > 0 && candidate.rule.noun);
    let named =
        |head: &&Candidate| head.rule.kind == Kind::Role && Phrase::around(text, tokens, head).own_name(text, tokens, head).is_some();
    let reports = tokens.iter().enumerate().filter(|(at, token)| token.is(class::EVIDENCE) && is_by_name(tokens, at + 1));
    nouns.filter(named).map(|head| head_number(text, &tokens[head.end - 1])).chain(reports.map(|_| REPORT))
}

/// The number of all documents and reports: `the documents` may be the `papers` that the article has met.
const REPORT: u32 = 0;

/// Returns true for `by the University of Oster` and `published in the journal Tidewater`.
fn is_by_name(tokens: &[Token], at: usize) -> bool {
    let near = &tokens[at..tokens.len().min(at + OWNER)];
    let owner = near.iter().position(|token| token.is_word(set::BEFORE_OWNER));
    owner.is_some_and(|owner| near[owner + 1..].iter().take(2).any(|token| token.is(shape::CAPITAL) && !token.is(class::NOT_A_NAME)))
}

/// The noun phrase `start..end` around a head.
struct Phrase {
    start: usize,
    end: usize,
}

impl Phrase {
    fn around(text: &str, tokens: &[Token], head: &Candidate) -> Self {
        let pronoun = tokens[head.start].is(class::DET) || tokens[head.start].reads(words!("others"));
        let start = if pronoun { partitive(tokens, head.start) } else { left_edge(text, tokens, head.start) };
        // The closing mark of `a "Western source"` belongs to the phrase.
        let closed = start + 1 < head.start && is_quote(text, tokens, start + 1) && is_quote(text, tokens, head.end);
        Self { start, end: right_edge(text, tokens, head.end + usize::from(closed)) }
    }

    /// Returns true for `the lawmaker` and `the Oster lawmaker`, with nothing behind the head that says which one.
    fn refers_back(&self, text: &str, tokens: &[Token], head: &Candidate) -> bool {
        let behind = tokens.get(head.end);
        let told_apart = self.end > head.end && behind.is_some_and(|token| !token.is_mark(text, ","));
        // `The victim's mother` says whose mother.
        let owner = (self.start..head.start).any(|at| tokens[at].reads(words!("'s")) || tokens[at].is_apostrophe(text));
        // `both witnesses`, but `both witnesses and guards`
        let both = tokens[self.start].reads(words!("both"))
            && head.start == self.start + 1
            && !behind.is_some_and(|next| next.reads(words!("and")));
        (both || tokens[self.start].reads(set::DEFINITE)) && head.start > self.start && !told_apart && !owner
    }

    /// Returns why the phrase is named in its own sentence, if it is. A look-alike is never asked.
    fn name(&self, text: &str, tokens: &[Token], head: &Candidate) -> Option<&'static str> {
        if head.rejected.is_some() { None } else { self.own_name(text, tokens, head) }
    }

    /// The same for look-alikes, as `the mayor` in `the mayor, Ana Ruiz,`.
    fn own_name(&self, text: &str, tokens: &[Token], head: &Candidate) -> Option<&'static str> {
        names::reason(text, tokens, self.start, head.end, self.end)
    }
}

/// Extends the head of a source to its phrase. Returns `None` if the phrase does not speak.
fn source_phrase(text: &str, tokens: &[Token], head: Candidate, mentions: &mut Mentions) -> Option<Candidate> {
    let phrase = Phrase::around(text, tokens, &head);
    let evidence = head.rule.kind == Kind::Reports;
    let whole = speaks(text, tokens, phrase.start, phrase.end, evidence);
    let in_clause = || phrase.start < head.end && !evidence && speaks_in_clause(text, tokens, phrase.start, head.end);
    if !whole && !in_clause() {
        named_reason(text, tokens, &head, &phrase, false, mentions);
        return None;
    }
    let named = named_reason(text, tokens, &head, &phrase, true, mentions).or(is_fiction(tokens).then_some("a figure in a story"));
    let end = if !whole {
        head.end
    } else if tokens[phrase.end - 1].is_mark(text, ",") {
        phrase.end - 1
    } else {
        phrase.end
    };
    let anonymous = withholds_name(&tokens[head.end..end]).then(anonymous_rule).flatten();
    let rejected = head.rejected.or(named.map(Cow::Borrowed));
    Some(Candidate { start: phrase.start, end, rule: anonymous.unwrap_or(head.rule), rejected, ..head })
}

/// Returns true for a sentence that begins with `In the film`.
fn is_fiction(tokens: &[Token]) -> bool {
    let opens = tokens.first().is_some_and(|first| first.reads(words!("in"))) && tokens.get(1).is_some_and(|token| token.is(class::DET));
    opens && tokens.iter().skip(2).take(3).take_while(|token| token.is(shape::WORD)).any(|token| token.is_word(set::FICTION))
}

/// Returns why the phrase is no unnamed source: a name stands with it, or elsewhere in the article. Remembers the mention.
fn named_reason(
    text: &str,
    tokens: &[Token],
    head: &Candidate,
    phrase: &Phrase,
    speaks: bool,
    mentions: &mut Mentions,
) -> Option<&'static str> {
    let evidence = head.rule.kind == Kind::Reports;
    let number = if evidence { REPORT } else { head_number(text, &tokens[head.end - 1]) };
    let plural = tokens[head.end - 1].is(shape::PLURAL | shape::AGENTS);
    let here = if evidence { None } else { phrase.name(text, tokens, head) };
    let secret = tokens[phrase.start..head.end].iter().any(|token| token.is_word(set::SECRET));
    // `the leaked files` need no mention before.
    let back = !evidence || (tokens[head.end - 1].is_word(set::KNOWN_PAPER) && !secret);
    let before = (back && phrase.refers_back(text, tokens, head)).then(|| referent(tokens, head, number, mentions)).flatten();
    // `police` after `Oster police`
    let force = tokens[head.end - 1].is_word(set::FORCE);
    let bare = phrase.start + 1 == head.end || (phrase.start + 2 == head.end && tokens[phrase.start].reads(words!("the")));
    let local = bare && phrase.end == head.end && tokens[head.end - 1].is_word(set::POLICE);
    let named = here.is_some() || (evidence && is_owned(tokens, head)) || (force && head.rejected.is_some());
    if named && matches!(head.rule.kind, Kind::Role | Kind::Reports) {
        mentions.add(Mention::Named(number));
    } else if !named && head.rejected.is_none() && !tokens[phrase.start].reads(set::DEFINITE) && !tokens[phrase.start].is(class::NEGATOR) {
        mentions.add(if speaks || !plural { Mention::Unnamed(number) } else { Mention::Several(number) });
    }
    // `her friend` behind `her friend Lena Huld`
    let own = !evidence
        && !plural
        && tokens[phrase.start..head.start].iter().any(|token| token.reads(set::POSSESSIVE) || token.reads(words!("'s")));
    let force = force && bare;
    let before =
        before.or_else(|| ((own || force) && mentions.contains(Mention::Named(number))).then_some("the article named this person before"));
    let share = tokens[phrase.start..head.start].windows(2).any(|pair| pair[0].reads(set::FRACTION) && pair[1].reads(words!("of")));
    let answers = share || (speaks && answers_poll(tokens, head, phrase) && mentions.contains(Mention::Poll));
    let in_lead = !plural && (!evidence || tokens[head.end - 1].is_word(set::STUDY)) && mentions.lead.contains(&number);
    let local = (local && mentions.contains(Mention::Place)).then_some("the force of a place that is told");
    // `Port to close, says official`
    let headline =
        head.rule.kind == Kind::Role && !plural && tokens[phrase.start].is(shape::HEADLINE) && !withholds_name(&tokens[head.end..]);
    let headline = headline.then_some("the article below the headline says who");
    here.or(before)
        .or(local)
        .or(headline)
        .or(answers.then_some("respondents of a survey"))
        .or(in_lead.then_some("the article names this person at once"))
}

/// Returns true for a sentence with a poll and a share, `53 % of voters, according to the poll`, and for a headline with a poll.
fn is_poll(tokens: &[Token]) -> bool {
    let any = |words: &[u16]| tokens.iter().any(|token| has(words, token.word));
    any(&set::POLL) && (any(&set::PERCENT) || tokens.first().is_some_and(|first| first.is(shape::HEADLINE)))
}

/// How far behind the phrase the verb of thinking may stand.
const THOUGHT: usize = 4;

/// Returns true for `most Americans feel`: people who may be those that a survey asked.
fn answers_poll(tokens: &[Token], head: &Candidate, phrase: &Phrase) -> bool {
    let last = &tokens[head.end - 1];
    let asked = last.reads(set::NATION) || last.reads(set::POLITICAL_CAMP) || last.reads(set::POLLED);
    asked && tokens[phrase.end..].iter().take(THOUGHT).any(|token| token.is(class::THINK) || token.is_word(set::POLL_ANSWER))
}

/// How near to the head of a report the name of its owner stands.
const OWNER: usize = 8;

/// Returns true for a report that a rule rejects because the text says whose it is: `a study by the University of Oster`.
fn is_owned(tokens: &[Token], head: &Candidate) -> bool {
    let near = &tokens[head.start.saturating_sub(2)..tokens.len().min(head.end + OWNER)];
    let name = |token: &Token| token.is(shape::CAPITAL) && !token.is(class::NOT_A_NAME | class::DET | class::PRONOUN);
    head.rejected.is_some() && near.iter().any(name)
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
fn withholds_name(tail: &[Token]) -> bool {
    let clause = tail.iter().position(|token| token.reads(set::WITHHOLDING_CLAUSE));
    let withheld = set::NAME_WITHHELD;
    clause.is_some_and(|clause| tail[clause..].iter().any(|token| token.reads(withheld)))
}

/// Returns the rule for people whose names are withheld.
fn anonymous_rule() -> Option<Arc<Rule>> {
    RULES.iter().find(|rule| rule.id == "asks-not-to-be-named").cloned()
}

#[cfg(test)]
mod tests {
    use crate::engine::analyze;
    use crate::lexicon::Category;

    /// Checks which sources an article marks.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let report = analyze(text);
        let sources = report.findings.iter().filter(|finding| finding.category() == Category::Source);
        let marked: Vec<&str> = sources.map(|finding| finding.span.of(text)).collect();
        assert_eq!(marked, expected);
    }

    #[test]
    fn a_definite_phrase_points_back_to_somebody_named() {
        check("Lena Huld said the dam holds.\n\nThe Oster lawmaker denied that it leaks.", &[]);
        check("Lena Huld said the dam holds.\n\nHer mother denied that it leaks.", &[]);
        check("The Oster lawmaker denied that it leaks.", &["The Oster lawmaker"]);
    }

    #[test]
    fn a_definite_phrase_points_back_to_somebody_without_a_name() {
        let text = "Lena Huld said the dam holds.\n\nA beekeeper disagreed.\n\nThe beekeeper said that it leaks.";
        check(text, &["A beekeeper", "The beekeeper"]);
        check("Lena Huld said the dam holds.\n\nThe official said that it leaks.", &["The official"]);
    }

    #[test]
    fn the_lead_leaves_names_for_later() {
        check("A new study says gulls can count.\n\nThe study was published in the journal Tidewater.", &[]);
        check("A new study says gulls can count.\n\nThe gulls were tested twice.", &["A new study"]);
    }

    #[test]
    fn any_noun_that_speaks_is_a_source() {
        check("Two goatherds told the council that it leaks.", &["Two goatherds"]);
        check("The use of gadgets explains the rise.", &[]);
    }

    #[test]
    fn a_speaker_may_have_a_long_way_to_its_verb() {
        check("A resident of Oster, Ill., said it leaks.", &["A resident of Oster"]);
        check("Experts we spoke to say that it leaks.", &["Experts we spoke to"]);
        check("Officials went so far as to call it safe.", &["Officials"]);
        check("He had heard from officials that it leaks.", &["officials"]);
        check("The dam was called unsafe by inspectors.", &["inspectors"]);
        check("The toll was put at nine by officials.", &["officials"]);
    }

    #[test]
    fn questions_denials_and_acts_report_nothing() {
        check("Do critics say that it leaks?", &[]);
        check("No official said that it leaks.", &[]);
        check("Neighbours called an ambulance.", &[]);
        check("The officials rejected the bid.", &[]);
        check("Residents told to leave went home.", &[]);
        check("In the film, a nurse says that it leaks.", &[]);
    }
}
