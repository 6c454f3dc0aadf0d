//! The way of a text through the engine, block by block: what a block needs of those before it is small, so the words of
//! one block are all that is kept at a time, and a changed text is analysed anew only where it changed (`revise`).

use crate::engine::grammar::claims;
use crate::engine::lex::block::{self, Block, BlockKind};
use crate::engine::lex::quotation::{self, Open};
use crate::engine::lex::sentence::{self, Sentence};
use crate::engine::lex::token::{self, Token, Tokens};
use crate::engine::matching::candidates::{self, Candidate, Memory};
use crate::engine::report::{Claim, Finding, Notice, Rejected, Report, Voice};
use crate::engine::resolve::decision_details;
use crate::engine::resolve::hedge_stack;
use crate::engine::resolve::overlap;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Category, Own, class};
use std::ops::Range;

/// What a block takes over from those before it, beside the names that the article has given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Carry {
    /// How many of the next lines belong to a line of furniture.
    pub furniture: u8,
    /// The quotation that was left open.
    pub open: Option<Open>,
}

/// How much of what there is in a block, to tell the language.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    tokens: usize,
    words: usize,
    /// Function words of English.
    function: usize,
    /// Characters that no text has.
    odd: usize,
}

/// How things stood before a block: the lengths of the lists of the report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub carry: Carry,
    pub counts: Counts,
    pub sentences: usize,
    pub citations: usize,
    pub findings: usize,
    pub claims: usize,
    pub rejected: usize,
}

/// What an analysis remembers, so that a changed text needs only the changed blocks.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub(crate) marks: Vec<Mark>,
    /// Who is named in which block, and who is asked for, as numbers of blocks and words; in order.
    pub(crate) names: Vec<(usize, u16)>,
    pub(crate) asks: Vec<(usize, u16)>,
    /// How many blocks the opening takes, which tells whom the headline speaks of.
    pub(crate) lead: usize,
    /// What a further block would take over.
    pub(crate) end: Carry,
}

/// What is analysed: a text, and the reader's own list where there is one.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    pub text: &'a str,
    pub own: Option<&'a Own>,
}

/// An analysis under way. It holds no text, so it can be put aside and go on later; what is given stays the same.
#[derive(Default)]
pub(crate) struct Flow {
    pub report: Report,
    pub trace: Trace,
    pub memory: Memory,
    pub carry: Carry,
    /// How many headlines open the article.
    headlines: usize,
    tokens: Tokens,
    sentences: Vec<Sentence>,
}

/// The length of a sentence in news, in bytes.
const USUAL_SENTENCE: usize = 120;
/// How many sentences of the body can name whom headline and opening speak of.
const LEAD: usize = 4;

impl Flow {
    /// Before the first block; the opening is read ahead.
    pub fn new(given: Given<'_>, blocks: &[Span]) -> Self {
        let mut flow = Self::default();
        flow.read_lead(given, blocks);
        flow.carry = Carry::default();
        flow.trace.marks.reserve(blocks.len());
        flow.report.blocks.reserve(blocks.len());
        flow.report.sentences.reserve(given.text.len() / USUAL_SENTENCE);
        flow
    }

    /// Reads ahead in the opening sentences, so that its first words know whom the next ones name.
    fn read_lead(&mut self, given: Given<'_>, blocks: &[Span]) {
        let mut ahead = Memory::default();
        let (mut seen, mut body) = (0, false);
        for span in blocks {
            self.trace.lead += 1;
            let block = self.prepare(given, *span);
            body |= !matches!(block.kind, BlockKind::Headline | BlockKind::Furniture);
            self.headlines += usize::from(!body && block.kind == BlockKind::Headline);
            for sentence in &self.sentences {
                if body && seen >= self.headlines + LEAD {
                    break;
                }
                candidates::find(given.text, &self.tokens.all[sentence.first..sentence.last], None, &mut ahead);
                seen += 1;
            }
            if body && seen >= self.headlines + LEAD {
                break;
            }
        }
        self.report = Report::default();
        self.memory.named_in_lead = ahead.named_heads;
    }

    /// The words and sentences of a block.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn prepare(&mut self, Given { text, own }: Given<'_>, span: Span) -> Block {
        let tokens = &mut self.tokens;
        token::tokenize(text, span, tokens);
        let mut block = Block { span, kind: block::kind(text, span, &tokens.all, &mut self.carry.furniture) };
        if let Some(own) = own {
            token::learn(text, own, &mut tokens.all);
        }
        self.report.citations.extend(quotation::mark_citations(text, &mut block.kind, tokens));
        self.carry.open = quotation::mark_quotations(text, block.kind, tokens, self.carry.open);
        sentence::sentences(text, block.kind, tokens, &mut self.sentences);
        block
    }

    /// Calls `visit` with the tokens of each sentence of a text, as the analysis sees them.
    pub fn each_sentence(text: &str, mut visit: impl FnMut(&[Token])) {
        let mut flow = Self::default();
        for span in block::paragraphs(text) {
            flow.prepare(Given { text, own: None }, span);
            flow.sentences.iter().for_each(|sentence| visit(&flow.tokens.all[sentence.first..sentence.last]));
        }
    }

    /// Takes the next block.
    #[cfg_attr(small, optimize(speed))]
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn block(&mut self, given: Given<'_>, span: Span) {
        let mark = self.mark();
        let block = self.prepare(given, span);
        self.trace.marks.push(Mark { counts: Counts::of(given.text, &self.tokens), ..mark });
        self.memory.block = self.report.blocks.len();
        self.report.blocks.push(block);
        let (tokens, sentences) = (std::mem::take(&mut self.tokens), std::mem::take(&mut self.sentences));
        for sentence in &sentences {
            // Further down a role without a name is one.
            if self.report.sentences.len() == self.headlines + 1 {
                self.memory.named_in_lead.clear();
            }
            let tokens = &tokens.all[sentence.first..sentence.last];
            self.add_findings(given, tokens);
            self.report.sentences.push(bytes(tokens, &(0..tokens.len())));
        }
        (self.tokens, self.sentences) = (tokens, sentences);
    }

    /// How things stand.
    pub fn mark(&self) -> Mark {
        let Report { sentences, citations, findings, claims, rejected, .. } = &self.report;
        Mark {
            carry: self.carry,
            counts: Counts::default(),
            sentences: sentences.len(),
            citations: citations.len(),
            findings: findings.len(),
            claims: claims.len(),
            rejected: rejected.len(),
        }
    }

    fn add_findings(&mut self, Given { text, own }: Given<'_>, tokens: &[Token]) {
        let sentence = self.report.sentences.len();
        let (findings, rejected) = overlap::settle(candidates::find(text, tokens, own, &mut self.memory));
        let findings = hedge_stack::stack(tokens, findings);
        let claims = claims::claims(text, tokens);
        self.report.findings.extend(findings.iter().map(|candidate| finding(text, tokens, candidate, sentence, &claims)));
        self.report.claims.extend(claims.iter().filter(|claim| !claim.scope.is_empty()).map(|claim| Claim {
            who: bytes(tokens, &claim.who),
            scope: bytes(tokens, &claim.scope),
            named: claims::is_named(&tokens[claim.who.clone()]),
            sentence,
        }));
        self.report.rejected.extend(rejected.iter().filter_map(|candidate| {
            Some(Rejected {
                span: bytes(tokens, &(candidate.start..candidate.end)),
                rule: candidate.rule.clone(),
                reason: candidate.rejected.clone()?,
            })
        }));
    }

    /// The report, when all blocks were taken.
    pub fn finish(mut self, text: &str) -> (Report, Trace) {
        self.report.notice = self.notice(text);
        self.trace.end = self.carry;
        self.trace.names = std::mem::take(&mut self.memory.names);
        self.trace.asks = std::mem::take(&mut self.memory.asks);
        if self.report.notice.is_some() {
            self.report.findings.clear();
            self.report.claims.clear();
            self.report.rejected.clear();
        }
        (self.report, self.trace)
    }

    /// English news has a function word in every third word or so; other languages hardly have any.
    fn notice(&self, text: &str) -> Option<Notice> {
        if self.report.blocks.is_empty() {
            return Some(Notice::Empty);
        }
        let sum = |count: fn(&Counts) -> usize| self.trace.marks.iter().map(|mark| count(&mark.counts)).sum::<usize>();
        let (tokens, words) = (sum(|counts| counts.tokens), sum(|counts| counts.words));
        if sum(|counts| counts.odd) * 20 > text.len() || (words * 20 < tokens && tokens > 40) {
            return Some(Notice::NotText);
        }
        (words >= ENOUGH_WORDS && sum(|counts| counts.function) * 6 < words).then_some(Notice::NotEnglish)
    }
}

/// How many words it takes to tell the language.
const ENOUGH_WORDS: usize = 25;

impl Counts {
    #[cfg_attr(small, optimize(speed))]
    fn of(text: &str, tokens: &Tokens) -> Self {
        let function = class::DET | class::PREP | class::BE | class::PRONOUN | class::CONJ;
        let odd = tokens.marks.iter().filter(|at| is_odd(text, &tokens.all[**at])).count();
        let mut counts = Self { tokens: tokens.all.len(), odd, ..Self::default() };
        for token in &tokens.all {
            counts.words += usize::from(token.is(shape::WORD));
            counts.function += usize::from(token.is(function));
        }
        counts
    }
}

/// A character that no text has: each is a token of its own.
fn is_odd(text: &str, token: &Token) -> bool {
    let odd = |c: char| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}';
    matches!(token.byte, 0..32 | 127..) && token.is(shape::MARK) && token.span.of(text).starts_with(odd)
}

fn finding(text: &str, tokens: &[Token], candidate: &Candidate, sentence: usize, claims: &[claims::Claim]) -> Finding {
    let place = candidate.start..candidate.end;
    let kind = candidate.rule.kind;
    let open = kind.category() == Category::Pending;
    let said = |who: Range<usize>| (who.end <= place.start || who.start >= place.end).then(|| bytes(tokens, &who));
    Finding {
        span: bytes(tokens, &place),
        rule: candidate.rule.clone(),
        voice: if tokens[candidate.start].is(shape::QUOTED) { Voice::Quoted } else { Voice::Article },
        sentence,
        cues: candidate.cues,
        whose: if kind.category() == Category::Source { None } else { claims::whose(claims, candidate.start).and_then(said) },
        decider: if open { decision_details::decider(text, tokens, &place, kind).map(|who| bytes(tokens, &who)) } else { None },
        date: if open { decision_details::date(text, tokens, &place).map(|date| bytes(tokens, &date)) } else { None },
    }
}

fn bytes(tokens: &[Token], place: &Range<usize>) -> Span {
    Span { start: tokens[place.start].span.start, end: tokens[place.end - 1].span.end }
}
