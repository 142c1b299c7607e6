package vn.minhbach.planted.core;

import vn.minhbach.planted.core.prepare.campaign.PlantedService;

/** A kernel that knows a capability. */
public record PlantedKernel(PlantedService capability) {}
