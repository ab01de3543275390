package dev.assay.extract.mail;

import dev.assay.document.Place;

/// Places in one of the bodies of a mail.
///
/// @param part what the body is called, empty where it is the one that a mail program shows
record BodyPlaces(String part) {
    Place of(Place within) {
        return part.isEmpty() ? within : new Place.Part(part, within);
    }
}
