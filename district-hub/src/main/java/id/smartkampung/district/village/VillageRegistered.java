package id.smartkampung.district.village;

import id.smartkampung.model.log.NodeId;

/** A village server was added to the registry; told after the commit. */
public record VillageRegistered(NodeId node) {}
