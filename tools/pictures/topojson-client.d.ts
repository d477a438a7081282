/** The one function of topojson-client that the maps use; the package ships no types. */
declare module "topojson-client" {
  export function feature(
    topology: object,
    object: object,
  ): {
    readonly features: readonly {
      readonly properties: { readonly name?: string };
      readonly geometry:
        | { readonly type: "Polygon"; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
        | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[] };
    }[];
  };
}
