//! Which words the pages of sharing say.

#[allow(clippy::wildcard_imports, reason = "nearly every line names another message")]
use super::messages::*;
use crate::browser::intl;
use invigil_engine::ids::OptionId;
use invigil_engine::share::class::ItemWarning;
use invigil_engine::share::draft::{FindingKind, Format};
use invigil_engine::share::packet::PacketFault;

/// Why a code cannot be used.
pub(crate) fn packet_fault(fault: PacketFault) -> String {
    let words = match fault {
        PacketFault::NotACode => CODE_NOT_ONE,
        PacketFault::TooLong => CODE_TOO_LONG,
        PacketFault::Newer => CODE_NEWER,
        PacketFault::Cut(_, 0) => CODE_CUT_NOTHING,
        PacketFault::Cut(there, of) => return code_cut(there, of),
        PacketFault::Damaged => CODE_DAMAGED,
        PacketFault::Unsound => CODE_UNSOUND,
    };
    words.to_owned()
}

/// What an address of so many characters fits into. The limits were looked up on 2026-11-23: Discord 2,000 a message,
/// Telegram 4,096, Slack 4,000, and 8,000 is what RFC 9110 asks every program to take.
pub(crate) fn address_size(length: u32) -> String {
    match length {
        0..=300 => address_short(length),
        301..=2_000 => address_discord(length),
        2_001..=4_000 => address_telegram(length),
        4_001..=8_000 => address_mail(length),
        _ => address_long(length),
    }
}

/// A number in hundredths, with a sign of its own.
pub(crate) fn decimal(sign: &str, hundredths: u32) -> String {
    [sign, &intl::figures(hundredths.into(), intl::Form::Hundredths)].concat()
}

/// The name of a format.
pub(crate) fn format(format: Format) -> &'static str {
    match format {
        Format::Markdown => FORMAT_MARKDOWN,
        Format::Gift => FORMAT_GIFT,
        Format::Aiken => FORMAT_AIKEN,
        Format::Table => FORMAT_TABLE,
    }
}

/// What is to be said of a question that was read.
pub(crate) fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::NoKey => FINDING_NO_KEY,
        FindingKind::TooFewOptions => FINDING_TOO_FEW_OPTIONS,
        FindingKind::TooManyOptions => FINDING_TOO_MANY_OPTIONS,
        FindingKind::AllRight => FINDING_ALL_RIGHT,
        FindingKind::SameOptions => FINDING_SAME_OPTIONS,
        FindingKind::NoStem => FINDING_NO_STEM,
        FindingKind::KeyBeyond => FINDING_KEY_BEYOND,
        FindingKind::OtherKind => FINDING_OTHER_KIND,
        FindingKind::TooLong => FINDING_TOO_LONG,
        FindingKind::OtherCount => FINDING_OTHER_COUNT,
        FindingKind::LeftOut => FINDING_LEFT_OUT,
        FindingKind::NotShown => FINDING_NOT_SHOWN,
        FindingKind::WeightsDropped => FINDING_WEIGHTS,
        FindingKind::TwoReadings => FINDING_TWO_READINGS,
        FindingKind::Extension => FINDING_EXTENSION,
        FindingKind::SameQuestion => FINDING_SAME_QUESTION,
        FindingKind::TooManyQuestions => FINDING_TOO_MANY_QUESTIONS,
        FindingKind::LongestIsKey => FINDING_LONGEST_IS_KEY,
        FindingKind::AllOrNoneOfTheAbove => FINDING_ALL_OR_NONE,
        FindingKind::NegativeStem => FINDING_NEGATIVE,
        FindingKind::AbsoluteWord => FINDING_ABSOLUTE,
        FindingKind::EchoedWord => FINDING_ECHOED,
        FindingKind::NoReasons => FINDING_NO_REASONS,
        FindingKind::LongestOften => FINDING_LONGEST_OFTEN,
        FindingKind::OnePlaceOften => FINDING_ONE_PLACE,
    }
}

/// What an author should look at in a question.
pub(crate) fn item_warning(warning: ItemWarning) -> String {
    let letter = |option: OptionId| option.letter().to_ascii_uppercase().to_string();
    let words = match warning {
        ItemWarning::CheckKey => WARN_KEY,
        ItemWarning::TooEasy => WARN_EASY,
        ItemWarning::TooHard => WARN_HARD,
        ItemWarning::Weak => WARN_WEAK,
        ItemWarning::Negative => WARN_NEGATIVE,
        ItemWarning::DeadOption(option) => return warn_dead(&letter(option)),
        ItemWarning::DrawsTheBest(option) => return warn_draws(&letter(option)),
    };
    words.to_owned()
}
