//! Booking for somebody who phones.

use super::signed_in;
use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    engines::both,
};
use domain::Role;

#[tokio::test]
async fn a_time_is_booked_for_somebody_who_phones_and_the_code_is_read_aloud() {
    for engine in both().await {
        desk(&engine, "skanderborg").await;
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
        let half = anna.post("/desk/aftal", "KIND=PHONE").await;
        assert!(half.says("Vælg et svar.") && half.is_chosen("KIND-PHONE"), "what was answered stays");
        assert!(anna.post("/desk/aftal", "KIND=CALLBACK&ABOUT=CLOSE").await.says("Vælg et svar."));
        let times = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=CLOSE").await;
        assert!(times.says("Tirsdag 24. november 2026") && times.says("10.00"), "{}", engine.name);
        let chosen = format!(
            "KIND=PHONE&ABOUT=CLOSE&TIME=2026-11-24T10:00&FORM={}",
            times.field("FORM").expect("a form")
        );
        let booked = anna.post("/desk/aftal", &chosen).await;
        assert_eq!(
            anna.post("/desk/aftal", &chosen).await.code(),
            booked.code(),
            "loaded again, one appointment"
        );
        assert!(booked.says("Læs koden højt"), "{}", booked.text());
        assert!(
            portal
                .post("/kode", format!("CODE={}", booked.code()))
                .await
                .says("Tirsdag 24. november 2026, 10.00")
        );
        let other = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=CLOSE").await.field("FORM").expect("a form");
        let gone = anna
            .post("/desk/aftal", &format!("KIND=PHONE&ABOUT=CLOSE&TIME=2026-11-24T10:00&FORM={other}"))
            .await;
        assert!(gone.status == 422 && gone.says("Den tid er taget."));
        assert!(anna.get("/desk/dag/2026-11-24").await.says("En voksen, som borgeren er tæt på"));
    }
}

#[tokio::test]
async fn the_wish_of_who_phones_counts_from_that_day_and_only_where_it_is_asked_for() {
    for engine in both().await {
        desk(&engine, "skanderborg").await;
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
        let close = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=CLOSE").await;
        assert!(!close.says("vil gerne i behandling"), "{}", engine.name);
        let chosen = format!("KIND=PHONE&ABOUT=CLOSE&WISH=YES&FORM={}", close.field("FORM").expect("a form"));
        let booked = anna.post("/desk/aftal", &format!("{chosen}&TIME=2026-11-24T10:00")).await;
        assert!(booked.says("Læs koden højt") && !booked.says("Henvendte sig"), "{}", booked.text());
        let me = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=ME").await;
        assert!(me.says("Den, der ringer, vil gerne i behandling"));
        let chosen = format!("KIND=PHONE&ABOUT=ME&WISH=YES&FORM={}", me.field("FORM").expect("a form"));
        let without = anna.post("/desk/aftal", &chosen).await;
        assert!(without.status == 422 && without.says("Vælg et svar.") && without.is_chosen("WISH"));
        assert_eq!(without.field("FORM"), me.field("FORM"), "still the same form");
        let booked = anna.post("/desk/aftal", &format!("{chosen}&TIME=2026-11-24T11:00")).await;
        let noted = "Henvendte sig 23. november 2026: behandling skal begynde senest 7. december 2026";
        assert!(booked.says(noted), "{}", booked.text());
        assert!(anna.get("/desk/dag/2026-11-24").await.says(noted));
        assert!(anna.get("/desk").await.says(&format!("{noted} · 1")), "one contact, and no more");
    }
}
