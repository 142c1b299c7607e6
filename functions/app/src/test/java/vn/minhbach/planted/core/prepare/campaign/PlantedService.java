package vn.minhbach.planted.core.prepare.campaign;

/** A name that says nothing. */
public record PlantedService(String name) {}
