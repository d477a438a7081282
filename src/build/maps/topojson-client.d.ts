/** The functions of topojson-client that the maps use; the package ships no types. */
declare module "topojson-client" {
  type Position = readonly [longitude: number, latitude: number];

  export interface Topology {
    readonly objects: { readonly countries: { readonly geometries: readonly object[] } };
  }

  export function merge(topology: Topology, objects: readonly object[]): { readonly coordinates: readonly (readonly (readonly Position[])[])[] };
  export function mesh(topology: Topology, object: object, filter: (a: object, b: object) => boolean): { readonly coordinates: readonly (readonly Position[])[] };
  export function feature(
    topology: object,
    object: object,
  ): {
    readonly features: readonly {
      readonly properties: { readonly name?: string };
      readonly geometry:
        | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Position[])[] }
        | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] };
    }[];
  };
}
