//! How many conversations somebody has, and what becomes of one more.

use super::{
    code::CodeRecord,
    handlers::{BookingFlow, moved},
    model::AppointmentView,
    service::RedeemedCode,
};
use app::tasks::booking::{text, views::BookingForm};
use axum::response::Response;
use domain::{
    BookingAbout,
    decide::{
        CloseTo, Counselling, Decision, Setting, TalksOfRelative, anonymous_counselling,
        counselling_entitlements, count_relative_talks, list_close_to,
    },
};

impl BookingFlow<'_> {
    /// The page for somebody whose number of conversations is reached.
    pub fn refuse(&self, form: &BookingForm, redeemed: &RedeemedCode) -> Option<Response> {
        let about = form.about.filter(|about| about.is_counted())?;
        if self.is_same_talk(form, redeemed) {
            return None;
        }
        if about.is_about_other() {
            let is_refused = self.is_beyond(form, redeemed) && self.find_limit(form)?.is_last;
            return is_refused.then(|| self.show_reason(text::CLOSE_CAP_REACHED, Some(about)));
        }
        let record = &redeemed.record;
        let is_refused = |age| {
            let case = Counselling {
                age,
                conversation_number: (record.talks.own + 1).saturating_sub(record.extended_by.own),
                need_for_more: record.extended_by.own > 0,
                setting: Setting::Center,
            };
            let decision = anonymous_counselling(&self.standard.rules, &case);
            decision.outcome.allowed == Some(false)
        };
        let ages = self.ages_of(form);
        let is_reached = !ages.is_empty() && ages.into_iter().all(is_refused);
        is_reached.then(|| self.show_reason(text::CAP_REACHED, None))
    }

    /// Whether a talk that lies ahead is moved, and none is added.
    fn is_same_talk(&self, form: &BookingForm, redeemed: &RedeemedCode) -> bool {
        let moved = moved(form);
        let of_kind = |about: BookingAbout| {
            form.about.is_some_and(|asked| asked.is_about_other() == about.is_about_other())
        };
        let ahead = |one: &&AppointmentView| of_kind(one.about) && one.begins > self.context.now;
        redeemed.appointments.iter().filter(ahead).any(|one| Some(one.id) == moved)
    }

    /// How many talks about somebody else the standard gives, where these are asked for and it is known of whom.
    pub fn count_for(&self, form: &BookingForm) -> Option<Decision<'_, TalksOfRelative>> {
        let about = form.about.filter(|about| about.is_about_other())?;
        let close = self.find_close(form);
        let is_known = close.is_some() || list_close_to(self.standard, about).is_empty();
        is_known.then(|| count_relative_talks(self.standard, about, close))
    }

    /// The number that counts for one more talk: of who does not know whom it depends on the smallest there is, beyond which
    /// staff decide.
    fn find_limit(&self, form: &BookingForm) -> Option<TalksOfRelative> {
        let about = form.about.filter(|about| about.is_about_other())?;
        if let Some(known) = self.count_for(form) {
            return Some(known.outcome);
        }
        let told = list_close_to(self.standard, about).into_iter();
        let limits = told.map(|close| count_relative_talks(self.standard, about, Some(close)).outcome);
        let least = limits.filter(|limit| limit.most.is_some()).min_by_key(|limit| limit.most)?;
        Some(TalksOfRelative { is_last: false, ..least })
    }

    /// Whom somebody is close to, where that was asked.
    pub fn find_close(&self, form: &BookingForm) -> Option<CloseTo> {
        let told = list_close_to(self.standard, form.about?);
        told.into_iter().find(|close| Some(close.code()) == form.close)
    }

    /// Whether one more talk about somebody else is beyond those that the standard gives and staff have granted.
    pub fn is_beyond(&self, form: &BookingForm, redeemed: &RedeemedCode) -> bool {
        let CodeRecord { talks, extended_by, .. } = &redeemed.record;
        let next = (talks.close + 1).saturating_sub(extended_by.close);
        self.find_limit(form).is_some_and(|talks| talks.is_beyond(next)) && !self.is_same_talk(form, redeemed)
    }

    /// An age of the band that was answered; where the rule is the same for every age, none is asked.
    fn ages_of(&self, form: &BookingForm) -> Vec<u8> {
        match form.age {
            Some(band) => vec![band.from],
            None => counselling_entitlements(&self.standard.rules)
                .iter()
                .map(|grounded| grounded.entitlement.ages.from)
                .collect(),
        }
    }
}
