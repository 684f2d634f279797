//! Offers as schema.org [JobPosting](https://schema.org/JobPosting), which search engines and job boards read.

use serde_json::{Map, Value, json};

use crate::offer::EmploymentType;
use crate::tracking::OfferRef;

/// Writes the offers as one JSON-LD graph. Beside each stands its text, when it was kept.
#[must_use]
pub fn write<'a>(offers: impl IntoIterator<Item = (&'a OfferRef, Option<&'a str>)>) -> String {
    let postings: Vec<Value> = offers.into_iter().map(|(offer, text)| posting(offer, text)).collect();
    let graph = json!({ "@context": "https://schema.org", "@graph": postings });
    // Only keys that are no strings could fail, and there are none.
    let mut text = crate::offer::json::to_string_pretty(&graph).unwrap_or_default();
    text.push('\n');
    text
}

/// Returns one offer. A fact that the offer does not state is left out, never guessed.
fn posting(offer: &OfferRef, text: Option<&str>) -> Value {
    let mut posting = Map::new();
    let mut put = |key: &str, value: Value| posting.insert(key.to_owned(), value);
    put("@type", json!("JobPosting"));
    put(
        "identifier",
        json!({ "@type": "PropertyValue", "name": "tremplin", "value": offer.id }),
    );
    put("title", json!(offer.title));
    if !offer.organization.is_empty() {
        put(
            "hiringOrganization",
            json!({ "@type": "Organization", "name": offer.organization }),
        );
    }
    if !offer.place.is_empty() {
        let address = json!({ "@type": "PostalAddress", "addressLocality": offer.place });
        put("jobLocation", json!({ "@type": "Place", "address": address }));
    }
    let kinds: Vec<&str> = offer
        .employment_types
        .iter()
        .map(|kind| employment_type(*kind))
        .collect();
    if !kinds.is_empty() {
        put("employmentType", json!(kinds));
    }
    if let Some(deadline) = offer.deadline {
        put("validThrough", json!(deadline));
    }
    if let Some(start) = offer.start.as_deref() {
        if start == "asap" {
            put("jobImmediateStart", json!(true));
        } else {
            put("jobStartDate", json!(start));
        }
    }
    if let Some(contact) = offer.contacts.first() {
        let point = json!({ "@type": "ContactPoint", "contactType": "application", "email": contact.email });
        put("applicationContact", point);
    }
    if let Some(text) = text {
        put("description", json!(text));
    }
    Value::Object(posting)
}

/// Returns the word that search engines know for a kind of contract.
const fn employment_type(kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::Internship | EmploymentType::Apprenticeship => "INTERN",
        EmploymentType::Permanent => "FULL_TIME",
        EmploymentType::FixedTerm | EmploymentType::Phd | EmploymentType::Postdoc => "TEMPORARY",
        EmploymentType::Freelance => "CONTRACTOR",
        EmploymentType::Volunteer | EmploymentType::CivicService => "VOLUNTEER",
        EmploymentType::Other => "OTHER",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::csv::tests::shortlist;

    #[test]
    fn what_is_stated_is_there_and_nothing_else() {
        let shortlist = shortlist();
        let offer = &shortlist.iter().next().unwrap().offer;
        let value: Value = serde_json::from_str(&write([(offer, Some("le texte"))])).unwrap();
        let posting = &value["@graph"][0];
        assert_eq!(posting["@type"], "JobPosting");
        assert_eq!(posting["validThrough"], "2026-11-30");
        assert_eq!(posting["employmentType"], json!(["INTERN"]));
        assert_eq!(posting["jobLocation"]["address"]["addressLocality"], "Lyon");
        assert_eq!(posting["jobStartDate"], "2027-02");
        assert_eq!(posting["description"], "le texte");
        assert_eq!(posting.get("baseSalary"), None);
    }
}
