//! Contact: channels, and whether it is open.

use super::{Cited, Decision, eligibility::unit as unit_for};
use crate::{Channel, Instant, Standard, Substance, Unit, Week, codes};
use chrono::Timelike;
use serde::{Deserialize, Serialize, Serializer};

codes! {
    DayOfWeek {
        Mon = "MON",
        Tue = "TUE",
        Wed = "WED",
        Thu = "THU",
        Fri = "FRI",
        Sat = "SAT",
        Sun = "SUN",
    }

    OpeningReason {
        NotInStandard = "NOT_IN_STANDARD",
        Open = "OPEN",
        PhoneHoursOutlastOpening = "PHONE_HOURS_OUTLAST_OPENING",
        Closed = "CLOSED",
    }

    ChannelReason {
        ChannelNotStated = "CHANNEL_NOT_STATED",
        CounsellingChannels = "COUNSELLING_CHANNELS",
        OpenToAllWithoutReferral = "OPEN_TO_ALL_WITHOUT_REFERRAL",
    }

    /// Who makes a first contact for counselling.
    Contacting {
        Citizen = "CITIZEN",
        Relative = "RELATIVE",
    }
}

/// The facts for [`opening_hours`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    pub asked_at: Instant,
    pub age: u8,
    pub substance: Substance,
}

/// `HH:MM` on the wall clock in Denmark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClockTime {
    pub hour: u32,
    pub minute: u32,
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:02}:{:02}", self.hour, self.minute))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct OpeningOutcome {
    pub weekday: DayOfWeek,
    pub local_time: ClockTime,
    pub phone_open: Option<bool>,
    pub center_open: Option<bool>,
    pub dropin_open: Option<bool>,
    /// The key to press.
    pub phone_option: Option<u8>,
    pub reason: OpeningReason,
}

/// Whether the printed hours cover a moment for somebody (docs/rules.md 1). No standard says anything of holidays; pages
/// ask [`crate::OpeningDays`] too.
#[must_use]
pub fn opening_hours<'a>(standard: &'a Standard, given: &OpeningHours) -> Decision<'a, OpeningOutcome> {
    let cited = Cited::default();
    let now = given.asked_at.local();
    let body = unit_for(&cited, standard.rules_for(given.substance), given.age, given.substance);
    let of_body =
        |unit: &&'a Unit| unit.body.is_some() && unit.body.as_deref() == body.map(|body| body.code.as_str());
    let unit = standard.units.iter().find(of_body).unwrap_or_else(|| standard.main_unit());
    let open = |week: &Week| week.covers(now);
    let phone_open = cited.value(&standard.main_unit().phone_hours).map(open);
    let center_open = cited.value(&unit.opening_hours).map(open);
    let dropin_open = cited.value(&unit.drop_in_hours).map(open);
    let reason = match (center_open, phone_open) {
        (None, None) => OpeningReason::NotInStandard,
        (Some(true), _) => OpeningReason::Open,
        (_, Some(true)) => OpeningReason::PhoneHoursOutlastOpening,
        _ => OpeningReason::Closed,
    };
    let phones = cited.value(&unit.phones);
    let weekday = DayOfWeek::ALL[given.asked_at.day().weekday_from_monday()];
    cited.decision(OpeningOutcome {
        weekday,
        local_time: ClockTime { hour: now.hour(), minute: now.minute() },
        phone_open,
        center_open,
        dropin_open,
        phone_option: phones.and_then(|phones| phones.first()).and_then(|phone| phone.option),
        reason,
    })
}

/// The facts for [`contact_channels`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactChannels {
    pub contact_by: Contacting,
    pub channel: Channel,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ChannelsOutcome {
    /// `None`: the channel is not stated.
    pub accepted: Option<bool>,
    pub referral_required: Option<bool>,
    pub channels: Vec<Channel>,
    pub reason: ChannelReason,
}

/// Whether a first contact for counselling is accepted in this way (docs/rules.md 2).
#[must_use]
pub fn contact_channels<'a>(
    standard: &'a Standard,
    given: &ContactChannels,
) -> Decision<'a, ChannelsOutcome> {
    const ORDER: [Channel; 10] = [
        Channel::Phone,
        Channel::InPerson,
        Channel::Appointment,
        Channel::Written,
        Channel::Email,
        Channel::Website,
        Channel::Virtual,
        Channel::AtHome,
        Channel::AtSchool,
        Channel::Oral,
    ];
    let cited = Cited::default();
    let contact = &standard.rules.contact;
    let stated = cited.value(&contact.channels).map_or(&[][..], Vec::as_slice);
    let channels: Vec<Channel> = ORDER.into_iter().filter(|channel| stated.contains(channel)).collect();
    let accepted = channels.contains(&given.channel).then_some(true);
    let referral_required = cited.value(&contact.referral_needed).copied();
    let reason = match (accepted, referral_required) {
        (None, _) => ChannelReason::ChannelNotStated,
        (Some(_), None | Some(true)) => ChannelReason::CounsellingChannels,
        (Some(_), Some(false)) => ChannelReason::OpenToAllWithoutReferral,
    };
    cited.decision(ChannelsOutcome { accepted, referral_required, channels, reason })
}
