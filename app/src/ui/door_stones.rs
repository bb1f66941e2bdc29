//! The small picture on a door.

use leptos::prelude::*;

/// A picture of stones: one more from door to door, up to four doors.
#[component]
pub fn DoorStones(place: usize) -> impl IntoView {
    const LAYOUTS: [&[(u8, u8, &str)]; 4] = [
        &[(26, 20, "top")],
        &[(16, 27, "mid"), (34, 15, "top")],
        &[(10, 31, "pale"), (24, 22, "mid"), (40, 13, "top")],
        &[(13, 22, "grey"), (36, 22, "mid")],
    ];
    let stones = LAYOUTS[place]
        .iter()
        .map(|&(x, y, class)| view! { <ellipse class=class cx=x cy=y rx="11" ry="6.5"></ellipse> })
        .collect_view();
    view! {
        <svg class="door-stones" viewBox="0 0 52 42" width="52" height="42" aria-hidden="true" focusable="false">{stones}</svg>
    }
}
