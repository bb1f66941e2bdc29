//! A thousand want the same time at once.

use crate::{
    contract::{hold, staffed},
    engines::both,
};
use server::store::Hold;
use std::sync::Arc;

const NOW: i64 = 29_000_000;

fn of(number: u32) -> Hold {
    let mut form = [0; 32];
    form[..4].copy_from_slice(&number.to_be_bytes());
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    Hold { id, form, ..hold(0, NOW + 100) }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_thousand_one_gets_the_time_and_the_others_are_told() {
    for engine in both().await {
        staffed(&engine).await;
        let tries: Vec<_> = (1..=1000)
            .map(|number| {
                let store = Arc::clone(&engine.store);
                tokio::spawn(async move { store.hold(&of(number), NOW).await })
            })
            .collect();
        let mut held = 0;
        for one in tries {
            held += usize::from(one.await.expect("no panic").expect("no error"));
        }
        assert_eq!(held, 1, "{}", engine.name);
        assert_eq!(
            engine.store.taken("vejle", NOW..NOW + 1000, NOW, &[0; 32]).await.expect("taken").len(),
            1
        );
    }
}
