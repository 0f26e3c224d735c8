//! The clock: a leaf that reads the monotonic clock by itself, so that a second re-renders nothing else.

use crate::browser::moment;
use crate::text;
use gloo::timers::callback::Interval;
use invigil_engine::time::{DurationMs, Millis};
use invigil_engine::view::ClockView;
use yew::prelude::*;

/// A clock.
#[derive(Properties, PartialEq)]
pub(crate) struct ClockProps {
    /// What it shows; none without a limit.
    pub(crate) clock: Option<ClockView>,
}

/// Time left, in figures that a screen reader reads only on demand.
#[component]
pub(crate) fn Clock(props: &ClockProps) -> Html {
    let now = use_state_eq(moment::monotonic);
    {
        let now = now.setter();
        use_effect_with(props.clock.is_some(), move |ticking| {
            let interval = ticking.then(|| {
                now.set(moment::monotonic());
                Interval::new(250, move || now.set(second_of(moment::monotonic())))
            });
            move || drop(interval)
        });
    }
    let Some(clock) = props.clock else {
        return html! { <p class="clock">{ text::NO_LIMIT }</p> };
    };
    let left = DurationMs(clock.deadline.0.saturating_sub(now.0).clamp(0, clock.limit.0));
    let class = if left.0 <= 300_000 { "clock clock-low" } else { "clock" };
    html! {
        <p {class}>
            <span class="visually-hidden">{ text::TIME_LEFT }{ ": " }</span>
            <time role="timer" aria-label={text::spoken_time(left)}>{ text::clock(left) }</time>
        </p>
    }
}

/// The reading to a quarter of a second: enough for a clock of seconds, and equal readings render nothing.
fn second_of(reading: Millis) -> Millis {
    Millis(reading.0 - reading.0.rem_euclid(250))
}
