//! The web app: mounts the page. Everything it knows comes from the engine.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main id="main"><h1>{ "Invigil" }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
