//! How pages look on a learner's device, beyond light and dark. It is written as words, the same ones in the settings
//! and on the document, so that the page can be dressed before the app is there.

use crate::packed::{packed_choice, packed_variants};
use crate::store::v1::Theme;

/// The look of all pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How large letters are.
    pub size: Size,
    /// The switches that are on, a bit each.
    switches: u8,
}

/// What can be turned on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Letters, words and lines stand further apart.
    Wide,
    /// Colours are as far apart as can be.
    Contrast,
    /// The page is made for readers with dyslexia: plain letters, short lines, nothing slanted.
    Plain,
    /// The clock of an exam is shown on demand only.
    ClockHidden,
}

/// How large letters are, in percent of what the browser is set to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// As the browser is set.
    #[default]
    Usual,
    /// 115 percent.
    Larger,
    /// 130 percent.
    Large,
    /// 150 percent.
    Largest,
}

/// A change of the look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookChange {
    /// How large letters are.
    Size(Size),
    /// A switch is turned on or off.
    Switch(Switch, bool),
}

impl Size {
    /// All of them, from small to large.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Larger, Self::Large, Self::Largest];

    /// The percentage.
    pub fn percent(self) -> u32 {
        match self {
            Self::Usual => 100,
            Self::Larger => 115,
            Self::Large => 130,
            Self::Largest => 150,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Usual => "size-100",
            Self::Larger => "size-115",
            Self::Large => "size-130",
            Self::Largest => "size-150",
        }
    }
}

impl Switch {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Wide, Self::Contrast, Self::Plain, Self::ClockHidden];

    fn word(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Contrast => "contrast",
            Self::Plain => "plain",
            Self::ClockHidden => "no-clock",
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Wide => 1,
            Self::Contrast => 2,
            Self::Plain => 4,
            Self::ClockHidden => 8,
        }
    }
}

impl Look {
    /// Reads words; those that it does not know say nothing.
    pub fn parse(text: &str) -> Self {
        let mut look = Self::default();
        for word in text.split(' ') {
            let size = |size: &Size| size.word() == word;
            look.size = Size::ALL.into_iter().find(size).unwrap_or(look.size);
            let switches = Switch::ALL.into_iter().filter(|switch| switch.word() == word);
            look.switches |= switches.map(Switch::bit).sum::<u8>();
        }
        look
    }

    /// Whether a switch is on.
    pub fn has(self, switch: Switch) -> bool {
        self.switches & switch.bit() != 0
    }

    /// Writes it behind other words.
    fn add_to(self, mut words: String) -> String {
        if self.size != Size::Usual {
            words.push(' ');
            words.push_str(self.size.word());
        }
        for switch in Switch::ALL.into_iter().filter(|switch| self.has(*switch)) {
            words.push(' ');
            words.push_str(switch.word());
        }
        words
    }

    /// The words of the settings; none for the look of the first day.
    pub(crate) fn to_words(self) -> Option<String> {
        let words = self.add_to(String::new());
        words.strip_prefix(' ').map(str::to_owned)
    }

    /// The mark of the document: the light first, then the words.
    pub fn mark(self, theme: Theme) -> String {
        let light = match theme {
            Theme::Auto => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        self.add_to(light.to_owned())
    }

    /// The look after a change.
    #[must_use]
    pub fn with(self, change: LookChange) -> Self {
        match change {
            LookChange::Size(size) => Self { size, ..self },
            LookChange::Switch(switch, true) => Self { switches: self.switches | switch.bit(), ..self },
            LookChange::Switch(switch, false) => Self { switches: self.switches & !switch.bit(), ..self },
        }
    }
}

packed_choice! {
    Size { Usual, Larger, Large, Largest }
    Switch { Wide, Contrast, Plain, ClockHidden }
}

packed_variants!(LookChange, Self::Size(Size::Usual), {
    0 => Size(size),
    1 => Switch(switch, on),
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let look = Look::parse(words);
        assert_eq!(look.to_words().unwrap_or_default(), expected);
        assert_eq!(Look::parse(expected), look, "reads as itself");
        assert_eq!(look.mark(Theme::Dark).trim_start_matches("dark").trim_start(), expected);
    }

    #[test]
    fn every_text_is_a_look_and_every_look_a_text() {
        check("", "");
        check("size-115", "size-115");
        check("no-clock plain contrast wide size-150", "size-150 wide contrast plain no-clock");
        check("size-100", "");
        check("size-400 huge WIDE wide\"><b>", "");
        check("size-130 size-150", "size-150");
        check("  wide  wide ", "wide");
    }

    #[test]
    fn a_change_changes_what_it_names() {
        let changes = [
            (LookChange::Size(Size::Largest), "size-150"),
            (LookChange::Switch(Switch::Wide, true), "wide"),
            (LookChange::Switch(Switch::Contrast, true), "contrast"),
            (LookChange::Switch(Switch::Plain, true), "plain"),
            (LookChange::Switch(Switch::ClockHidden, true), "no-clock"),
        ];
        for (change, words) in changes {
            assert_eq!(Look::default().with(change), Look::parse(words));
        }
        let all = changes.into_iter().fold(Look::default(), |look, (change, _)| look.with(change));
        assert_eq!(all.mark(Theme::Auto), "system size-150 wide contrast plain no-clock");
        assert_eq!(
            all.with(LookChange::Switch(Switch::Wide, false)).mark(Theme::Light),
            "light size-150 contrast plain no-clock"
        );
    }
}
