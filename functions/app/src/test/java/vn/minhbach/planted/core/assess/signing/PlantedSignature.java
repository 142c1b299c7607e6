package vn.minhbach.planted.core.assess.signing;

import vn.minhbach.planted.core.assess.term.PlantedTerm;

/** The other half. */
public record PlantedSignature(PlantedTerm term) {}
